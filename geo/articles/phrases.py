"""List the words of page furniture in the languages articles come in: a table, no logic.

`BUTTONS` are whole lines. `HEADINGS` are whole lines, too, and open a list of other articles.
`LEADS` begin a line that points elsewhere. All are compared in casefolded form without outer punctuation.
"""

__all__ = ["BUTTONS", "HEADINGS", "LEADS"]


def _lines(block: str) -> frozenset[str]:
    """Take one phrase a line."""
    return frozenset(line.strip().casefold() for line in block.splitlines() if line.strip())


BUTTONS = _lines("""
    home
    menu
    main menu
    search
    log in
    login
    log out
    sign in
    sign up
    register
    my account
    skip to content
    skip to main content
    skip navigation
    toggle navigation
    close
    share
    share this
    share this article
    share this story
    share on facebook
    share on twitter
    share on x
    share on linkedin
    share on whatsapp
    share via email
    facebook
    twitter
    whatsapp
    telegram
    linkedin
    reddit
    pinterest
    kakaotalk
    instagram
    youtube
    tweet
    email
    e-mail
    print
    print this article
    save
    bookmark
    copy link
    copy url
    link copied
    comment
    comments
    leave a comment
    view comments
    listen
    listen to this article
    listen to article
    play audio
    text size
    font size
    change font size
    increase font size
    decrease font size
    dark mode
    subscribe
    subscribe now
    subscribe today
    subscribe to our newsletter
    subscribe to read more
    sign up for our newsletter
    newsletter
    newsletters
    get our newsletter
    already a subscriber
    become a member
    donate
    support us
    advertisement
    advertisements
    advertising
    ad
    story continues below
    article continues below
    story continues below advertisement
    continue reading
    read more
    load more
    show more
    see more
    view all
    back to top
    to top
    top
    go to top
    next article
    previous article
    next
    previous
    contact us
    about us
    privacy policy
    terms of use
    terms of service
    cookie policy
    accept cookies
    accept all cookies
    manage cookies
    view original
    see full text
    translate
    follow
    follow us
    download app
    get the app
    report a typo
    구독
    구독하기
    구독신청
    로그인
    회원가입
    공유
    공유하기
    스크랩
    인쇄
    프린트
    글자크기
    글자 크기
    글자크기 변경
    댓글
    댓글 쓰기
    본문 보기
    기사 원문
    맨 위로
    닫기
    검색
    전체메뉴
    카카오톡
    페이스북
    트위터
    подписаться
    подпишитесь
    поделиться
    войти
    регистрация
    печать
    распечатать
    комментарии
    комментировать
    реклама
    наверх
    на главную
    поиск
    меню
    размер шрифта
    підписатися
    поділитися
    увійти
    друк
    коментарі
    нагору
    пошук
    teilen
    drucken
    anmelden
    abonnieren
    jetzt abonnieren
    anzeige
    kommentare
    zur startseite
    nach oben
    schriftgröße
    merken
    suche
    partager
    imprimer
    s'abonner
    abonnez-vous
    s'inscrire
    se connecter
    publicité
    commentaires
    haut de page
    retour en haut
    taille du texte
    recherche
    compartir
    imprimir
    suscribirse
    suscríbete
    iniciar sesión
    publicidad
    comentarios
    volver arriba
    tamaño de letra
    buscar
    condividi
    stampa
    abbonati
    accedi
    pubblicità
    commenti
    torna su
    compartilhar
    assine
    publicidade
    comentários
    voltar ao topo
    シェア
    共有
    印刷
    購読
    ログイン
    会員登録
    広告
    コメント
    文字サイズ
    ページトップへ
    分享
    打印
    订阅
    訂閱
    登录
    登錄
    注册
    广告
    廣告
    评论
    字号
    返回顶部
    回到頂部
    مشاركة
    طباعة
    اشترك
    إعلان
    تعليقات
""")

HEADINGS = _lines("""
    most popular
    most read
    most viewed
    most shared
    most commented
    most recent
    popular
    popular now
    popular stories
    popular articles
    trending
    trending now
    trending stories
    top stories
    top news
    latest
    latest news
    latest stories
    latest articles
    latest headlines
    headlines
    more news
    more stories
    more headlines
    more from this section
    more on this story
    more in world
    more like this
    you may like
    you might like
    you may also like
    you might also like
    you might be interested in
    recommended
    recommended for you
    recommended stories
    recommended articles
    related
    related articles
    related stories
    related news
    related topics
    related coverage
    related content
    related links
    read next
    read also
    also read
    up next
    don't miss
    editor's picks
    editors' picks
    editor's choice
    in other news
    other news
    other stories
    from around the web
    around the web
    sponsored
    sponsored content
    promoted
    tags
    topics
    keywords
    많이 본 뉴스
    많이 본 기사
    가장 많이 본 뉴스
    인기 기사
    인기기사
    최신 기사
    최신기사
    최신뉴스
    관련 기사
    관련기사
    관련뉴스
    주요 뉴스
    주요뉴스
    추천 기사
    추천기사
    самое читаемое
    популярное
    последние новости
    читайте также
    читать также
    по теме
    материалы по теме
    новости по теме
    другие новости
    рекомендуем
    главные новости
    лента новостей
    останні новини
    читайте також
    популярні новини
    новини за темою
    meistgelesen
    meist gelesen
    mehr zum thema
    lesen sie auch
    das könnte sie auch interessieren
    neueste artikel
    les plus lus
    à lire aussi
    lire aussi
    sur le même sujet
    dernières nouvelles
    à la une
    lo más leído
    lo más visto
    más leídas
    noticias relacionadas
    te puede interesar
    lea también
    últimas noticias
    i più letti
    leggi anche
    ultime notizie
    mais lidas
    leia também
    últimas notícias
    関連記事
    最新ニュース
    アクセスランキング
    おすすめ記事
    人気記事
    相关新闻
    相关阅读
    相關新聞
    热门新闻
    最新消息
    推荐阅读
    延伸閱讀
    الأكثر قراءة
    اقرأ أيضا
    أخبار ذات صلة
    آخر الأخبار
""")

LEADS = (
    "read more",
    "also read",
    "read also",
    "read next",
    "see also",
    "watch now",
    "related",
    "related article",
    "related story",
    "more",
    "don't miss",
    "recommended",
    "click here",
    "follow us on",
    "sign up",
    "subscribe",
    "관련기사",
    "관련 기사",
    "читайте также",
    "читать также",
    "читайте також",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leggi anche",
    "leia também",
    "関連記事",
    "相关阅读",
    "延伸閱讀",
    "اقرأ أيضا",
)
