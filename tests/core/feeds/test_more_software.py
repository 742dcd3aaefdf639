"""Forum and blog software beyond the big names, and what the big ones do in their lesser feeds; words are ours."""

import json

import pytest

from kundenradar.domain.errors import OutsideError
from kundenradar.domain.mentions import EntryId, KnownEntry, ParsedEntry, ParsedFeed
from kundenradar.feeds.identity import match_known
from tests.core.feeds.writing import HOST, atom, cdata, entry, item, judged, only, read, rss

OWN = "Bei Radhaus Muster hielt die Kette keine Woche."
OTHERS = "Radhaus Muster ist der beste Laden am Ort."
QUOTE = f"<blockquote><p>{OTHERS}</p></blockquote>"
LATER = "Mon, 01 Dec 2025 09:00:00 +0000"


def follows(after: ParsedEntry, before: ParsedEntry) -> bool:
    """Whether the next document's entry is taken for another contribution than the one stored."""
    known = KnownEntry(EntryId(1), before.identity, before.guid, before.link, before.title, before.fingerprint)
    return match_known([after], {before.identity: known})[0].identity != before.identity


def told(found: ParsedEntry) -> tuple[str, str | None]:
    return found.identity, found.thread


# -- FluxBB and PunBB -------------------------------------------------------------------


def fluxbb(text: str, author: str, date: str) -> str:
    link = f"{HOST}/viewtopic.php?id=5&action=new"
    person = f"<name>{cdata(author)}</name><uri>{HOST}/profile.php?id=7</uri>"
    return atom(entry("Kette", link, text, author=person, date=date), generator="FluxBB")


def test_the_newest_post_of_a_fluxbb_topic_is_no_edit_of_the_one_before() -> None:
    url = f"{HOST}/extern.php?action=feed&type=atom"
    before = only(fluxbb(f"<p>{OTHERS}</p>", "Max", "2025-12-01T08:00:00Z"), url)
    quoting = f'<div class="quotebox"><cite>Max schrieb:</cite>{QUOTE}</div><p>{OWN}</p>'
    after = only(fluxbb(quoting, "Eva", "2025-12-01T09:00:00Z"), url)
    assert (before.thread, after.thread) == ("forum.example/5", "forum.example/5")
    assert follows(after, before)
    assert (after.author, after.author_url, judged(after)) == ("Eva", f"{HOST}/profile.php?id=7", OWN)
    edited = only(fluxbb(f"<p>{OTHERS} Wirklich.</p>", "Max", "2025-12-01T08:00:00Z"), url)
    assert not follows(edited, before)


def test_posts_of_a_fluxbb_topic_are_known_by_number_and_belong_to_it() -> None:
    link = f"{HOST}/viewtopic.php?pid=12#p12"
    document = rss(item("Re: Kette", link, OWN, guid=link), generator="FluxBB 1.5.11")
    assert told(only(document, f"{HOST}/extern.php?action=feed&tid=5&type=rss")) == ("post:12", "forum.example/5")


def test_a_fluxbb_feed_without_generator_is_not_taken_for_phpbb() -> None:
    assert read(rss(item("Kette", f"{HOST}/viewtopic.php?pid=12#p12", OWN))).software == "FluxBB"
    assert read(rss(item("Kette", f"{HOST}/viewtopic.php?f=2&t=12&sid=1", OWN))).software == "phpBB"


# -- forums inside WordPress and Joomla -------------------------------------------------


def test_a_bbpress_reply_stays_one_when_pages_move() -> None:
    links = [f"{HOST}/forums/topic/kette/{page}#post-123" for page in ("", "page/2/")]
    first, second = (
        only(rss(item("Antwort auf: Kette", link, QUOTE + OWN, guid=link), generator="https://bbpress.org/?v=2.6.9"))
        for link in links
    )
    assert told(first) == told(second) == ("post:123", f"{HOST}/forums/topic/kette/")
    assert (first.reply, judged(first)) == (True, OWN)


def test_the_count_over_a_bbpress_topic_is_harvested_and_no_part_of_it() -> None:
    link = f"{HOST}/forums/topic/kette/"
    document = rss(
        item("Kette", link, f"\n<p>Antworten: 5</p>\n<p>{OWN}</p>", guid=link), generator="https://bbpress.org/?v=2.6.9"
    )
    found = only(document)
    assert (found.replies, found.text, found.thread) == (5, OWN, link)


def test_a_number_that_opens_a_bbpress_reply_is_part_of_it() -> None:
    reply = item("Antwort auf: Kette", f"{HOST}/foren/thema/kette/#post-77", f"<p>Preis: 45</p><p>{OWN}</p>")
    found = only(rss(reply, generator="https://bbpress.org/?v=2.6.9"))
    assert (judged(found), found.replies) == (f"Preis: 45\n\n{OWN}", None)


def test_wpforo_posts_are_known_by_their_anchor_on_whatever_page() -> None:
    link = f"{HOST}/community/werkstatt/kette/paged/2/#post-34"
    document = rss(item("RE: Kette", link, QUOTE + OWN, guid=link, author="Eva"), generator="wpForo")
    assert told(only(document)) == ("post:34", f"{HOST}/community/werkstatt/kette/")
    opening = rss(item("Kette", f"{HOST}/community/werkstatt/kette/", OWN), generator="wpForo")
    assert only(opening).thread == f"{HOST}/community/werkstatt/kette/"


def test_a_wpforo_quote_leads_to_the_post_on_whatever_page() -> None:
    quote = f'<blockquote data-userid="3" data-postid="33"><p>{OTHERS}</p></blockquote>{OWN}'
    link = f"{HOST}/community/werkstatt/kette/paged/2/#post-34"
    found = only(rss(item("RE: Kette", link, quote, guid=link), generator="wpForo"))
    assert (found.in_reply_to, judged(found)) == ("post:33", OWN)


def test_a_simple_press_title_gives_its_author_back() -> None:
    link = f"{HOST}/forum/werkstatt/kette/page-2/#p34"
    found = only(rss(item("Eva auf Kette", link, OWN, guid=link), generator="Simple:Press Version 6.8"))
    assert told(found) == ("post:34", f"{HOST}/forum/werkstatt/kette/")
    assert (found.title, found.author, found.reply) == ("Kette", "Eva", True)


def test_a_kunena_title_gives_its_author_back() -> None:
    place = f"{HOST}/forum/werkstatt/12-kette"
    quote = f'<div class="kmsgtext-quote">Max schrieb: {OTHERS}</div>'
    answer, opening = read(
        rss(
            item("Re: Kette - von: Eva", f"{place}?start=6#34", quote + OWN, guid=f"{place}?start=6#34"),
            item("Kette - von: Max", f"{place}#33", OTHERS, guid=f"{place}#33"),
        )
    ).entries
    assert told(answer) == ("post:34", "forum.example/12")
    assert (answer.title, answer.author, judged(answer)) == ("Re: Kette", "Eva", OWN)
    assert (opening.title, opening.author, told(opening)) == ("Kette", "Max", ("post:33", "forum.example/12"))


def test_a_kunena_title_with_a_dash_is_whole() -> None:
    place = f"{HOST}/forum/werkstatt/12-kette#33"
    title = "Kette - von heute auf morgen gerissen"
    assert only(rss(item(title, place, OWN), generator="Kunena 6.2")).title == title


# -- XenForo, vBulletin, Discourse ------------------------------------------------------


def test_a_board_on_xenforo_may_be_called_like_other_software() -> None:
    link = f"{HOST}/threads/kette.12/"
    found = read(rss(item("Kette", link, OWN, guid="12"), generator="Ghost Recon Forum"))
    assert (found.software, found.entries[0].identity) == ("XenForo", "thread:12")
    assert read(rss(item("Kette", f"{HOST}/kette/", OWN, guid="12"), generator="Ghost 5")).software == "Ghost"


def test_posts_of_vbulletin_5_are_known_by_their_number() -> None:
    link = f"{HOST}/forum/werkstatt/12-kette?p=34#post34"
    found = only(rss(item("Kette", link, OWN, guid=link), generator="vBulletin"), f"{HOST}/external?type=rss2")
    assert told(found) == ("post:34", "forum.example/12")


@pytest.mark.parametrize("anchor", ["", "#post34"])
def test_rewritten_addresses_of_vbulletin_name_their_thread(anchor: str) -> None:
    page = f"{HOST}/werkstatt/12-kette-4.html"
    found = only(rss(item("Kette", page + anchor, OWN, guid=page), generator="vBulletin"))
    assert told(found) == ("post:34" if anchor else "thread:12", "forum.example/12")


def test_burning_board_2_is_known_by_its_addresses() -> None:
    link = f"{HOST}/thread.php?postid=34#post34"
    found = read(rss(item("Kette", link, OWN, guid=link)))
    assert (found.software, found.entries[0].identity) == ("WoltLab", "post:34")


@pytest.mark.parametrize("author", ["@eva", "@eva Eva M.", "eva", "no-reply@example.com (@eva Eva M.)"])
def test_a_profile_on_discourse_is_known_by_the_nick(author: str) -> None:
    found = only(rss(item("Kette", f"{HOST}/t/kette/5/7", OWN, author=author, guid="forum.example-post-5-7")))
    assert (found.author, found.author_url) == ("eva", f"{HOST}/u/eva")


def test_a_name_on_discourse_that_is_no_nick_has_no_profile() -> None:
    found = only(rss(item("Kette", f"{HOST}/t/kette/5/7", OWN, author="Eva M.", guid="forum.example-post-5-7")))
    assert (found.author, found.author_url) == ("Eva M.", None)


def test_references_that_flarum_leaves_in_plain_text_are_read() -> None:
    text = f"<content>{cdata('Radhaus &amp; Muster &quot;gut&quot;&hellip;')}</content>"
    link = f"{HOST}/d/5-kette/7"
    document = atom(f'<entry><title>Kette</title><link href="{link}"/><id>{HOST}/d/5/7</id>{text}</entry>')
    assert only(document, f"{HOST}/atom").text == 'Radhaus & Muster "gut"…'


# -- Vanilla, Invision ------------------------------------------------------------------


def test_vanilla_tells_discussions_and_whom_a_quote_answers() -> None:
    quote = (
        '<blockquote class="UserQuote"><div class="QuoteAuthor"><a href="/profile/3/max">Max</a> schrieb: '
        f'<a href="/discussion/comment/55#Comment_55">»</a></div><div class="QuoteText">{OTHERS}</div></blockquote>'
    )
    found = only(rss(item("Kette", f"{HOST}/discussion/12/kette", quote + OWN, guid="12@/discussions")))
    assert (found.thread, found.in_reply_to) == ("forum.example/12", f"{HOST}/discussion/comment/55#Comment_55")
    assert judged(found) == OWN


def test_bare_numbers_of_invision_tell_topics_and_comments_apart() -> None:
    place = f"{HOST}/topic/12-kette/"
    comment = f"{place}?do=findComment&comment=34"
    topic, answer = read(rss(item("Kette", place, OWN, guid="12"), item("Kette", comment, OWN, guid="34"))).entries
    assert (topic.identity, answer.identity) == ("thread:12", "post:34")


# -- NodeBB: feeds of topics ------------------------------------------------------------


def nodebb(text: str, author: str, date: str) -> str:
    return rss(item("Kette", f"{HOST}/topic/5/kette", text, author=author, date=date), generator="RSS for Node")


@pytest.mark.parametrize("feed", ["/recent.rss", "/category/3.rss", "/tags/rad.rss", "/user/max/topics.rss"])
def test_the_newest_answer_in_a_feed_of_nodebb_topics_is_no_edit(feed: str) -> None:
    first, second = (
        only(nodebb(text, author, date if feed == "/recent.rss" else LATER), HOST + feed)
        for text, author, date in ((OTHERS, "Max", "Mon, 01 Dec 2025 08:00:00 +0000"), (OWN, "Eva", LATER))
    )
    assert follows(second, first)
    assert first.thread == second.thread == "forum.example/5"


def test_the_opening_in_topics_of_nodebb_stays_known_by_its_topic() -> None:
    assert only(nodebb(OWN, "Max", LATER), f"{HOST}/topics.rss").identity == "thread:5"


# -- phpBB: guests, boards, files -------------------------------------------------------


def phpbb(text: str, footer: str, link: str = f"{HOST}/viewtopic.php?t=51&p=98#p98") -> ParsedEntry:
    content = f"{text}<p>Statistik: {footer}</p><hr />"
    person = f"<author><name>Forum</name></author>{entry('Werkstatt • Kette', link, content)}"
    return only(atom(person), f"{HOST}/app.php/feed/topics")


def test_a_guest_on_phpbb_keeps_the_name() -> None:
    found = phpbb(OWN, "Verfasst von Gast von nebenan — Mo 1. Dez 2025, 09:12 — Antworten 12 — Zugriffe 1.234")
    assert (found.author, found.author_url, found.replies, found.views) == ("Gast von nebenan", None, 12, 1234)
    assert found.text == OWN


def test_a_board_on_phpbb_is_written_by_nobody() -> None:
    found = phpbb("Alles ums Schrauben", "120 Themen — 1432 Beiträge", f"{HOST}/viewforum.php?f=3")
    assert (found.author, found.text) == (None, "Alles ums Schrauben")


def test_a_board_is_not_the_author_of_a_post_without_one() -> None:
    document = f"<author><name>Forum</name></author>{entry('a • b', f'{HOST}/viewtopic.php?p=7#p7', OWN)}"
    assert only(atom(document)).author is None
    blog = f"<author><name>Eva</name></author>{entry('b', f'{HOST}/neu.html', OWN)}"
    assert only(atom(blog, title="Eva")).author == "Eva"


MEDIUM = (
    '<hr><p><a href="a">Radhaus Muster</a> was originally published in <a href="b">Rad</a> on Medium, where people are '
    "continuing the conversation by highlighting and responding to this story.</p>"
)
LIGHTBOX = (
    '<div class="lightbox-wrapper"><a class="lightbox" title="Radhaus"><img src="x"><div class="meta">'
    '<span class="filename">Radhaus Muster</span><span class="informations">1920×1080 199 KB</span></div></a></div>'
)


@pytest.mark.parametrize(
    "attached",
    [
        '<div class="inline-attachment"><dl class="file"><dt><a href="/f?id=7">Radhaus Muster.pdf</a></dt></dl></div>',
        '<br /><dl class="thumbnail"><dt><a href="/f?id=7">Radhaus Muster Rechnung</a></dt></dl>',
        '<br /><img src="a.png" alt="" />&nbsp;&nbsp;<a href="a">Radhaus.pdf</a> (Größe: 121,4 KB / Downloads: 7)',
        '<p><a class="ipsAttachLink" href="a">Radhaus-Muster.pdf</a></p>',
        LIGHTBOX,
        '<p><a class="attachment" href="a">Radhaus Muster Rechnung.pdf</a> (121.4 KB)</p>',
        "<fieldset><legend>Miniaturansicht angehängter Grafiken</legend></fieldset>",
        '<div class="bbCodeBlock bbCodeBlock--unfurl"><h3>Radhaus Muster</h3><div>Wir sind Spitze.</div></div>',
        '<div class="sharedaddy sd-sharing-enabled"><h3>Teilen mit:</h3><ul><li>Klick, um zu teilen</li></ul></div>',
        "<p>Zum Teilen auf Facebook klicken (Wird in neuem Fenster geöffnet)</p>",
        "<h3>Gefällt mir:</h3>",
        "<p>Weiterlesen: Radhaus Muster eröffnet</p>",
        "<p>Spoiler anzeigen</p>",
        "<p>Zuletzt bearbeitet: 1. Dezember 2025</p>",
        "<p>Letzte Änderung: 1. Dezember 2025, 09:12 von Max</p>",
        "<p>Letzte Änderung: 3 Monate 1 Woche her von Max. Begründung: Tippfehler</p>",
        "<p>Geändert von max muster (01.12.2025 um 10:05 Uhr)</p>",
        "<p>Last edited by Max on Mon Dec 01, 2025 10:00 am, edited 2 times in total.</p>",
        "<p>Zuletzt bearbeitet von einem Moderator: 1. Dezember 2025</p>",
        "<p>Dieser Beitrag wurde zuletzt am 01.12.2025 von Max bearbeitet</p>",
        "<p>Folgende 2 Benutzer sagen Danke zu Max für den nützlichen Beitrag: Anna (01.12.2025), Bert</p>",
        "<p>Du hast keine Berechtigung Links zu sehen. Registrieren oder Einloggen</p>",
        "<p>Bearbeitet 1. Dezember 2025 von Max</p>",
        "<p>Beitrag geändert von Max (01.12.2025 09:12)</p>",
        "<p>Gesendet von iPhone mit Tapatalk</p>",
        "<p>Von meinem Telefon gesendet</p>",
        MEDIUM,
        "<fieldset><legend><strong>Angehängte Datei(en)</strong></legend><span>Miniaturansicht(en)</span></fieldset>",
        "<fieldset><legend>Angehängte Grafiken</legend><td>Kette vorne.jpg (45,6 KB, 12x aufgerufen)</td></fieldset>",
        "<h6>Anhänge:</h6>",
        '<p><a href="/attachments/123/">Anhang anzeigen 123</a></p>',
        '<p><a href="/attachments/123/">Den Anhang 123 betrachten</a></p>',
        "<p>Dieser Beitrag enthält einen Bildanhang.<br />Bitte anmelden (oder registrieren) um ihn zu sehen.</p>",
        "<p>This attachment is hidden for guests. Please log in or register to see it.</p>",
        "<p>(Dieser Beitrag wurde zuletzt bearbeitet: 01.12.2025, 10:00 von <a>Max</a>.)</p>",
        "<p>Einmal editiert, zuletzt von <a>Max</a> (1. Dezember 2025 um 10:00)</p>",
        '<ul class="bbp-reply-revision-log"><li>Diese Antwort wurde geändert vor 3 Monaten von <a>Max</a>.</li></ul>',
        "<ul><li>Dieses Thema wurde vor 3 Monaten, 1 Woche von <a>Max</a> geändert. Grund: Tippfehler</li></ul>",
        "<ul><li>This topic was modified 3 months, 1 week ago by <a>Max</a>. Reason: typo</li></ul>",
        '<div class="sp-head">Spoiler</div><div class="sp-foot">[schließen]</div>',
        "<div>Spoiler <i>(Öffnen)</i></div>",
        '<div class="codeheader">Code: <a>[Auswählen]</a></div>',
        '<div class="codeheader"><span>Code</span> <a>Auswählen</a> <a>Erweitern</a></div>',
        "<div>PHP-Code:</div>",
        "<span>Alles anzeigen</span>",
        '<div class="postsignature"><hr /><p>Max vom Radhaus, dem besten Laden am Ort</p></div>',
        "<p>Gefällt mir: 3</p>",
        "<p>Folgende 2 Benutzer sagen Danke zu Max für den nützlichen Beitrag:</p>",
        "<p>Lesen Sie weiter...</p>",
        "<p>Bearbeitet vor 3 Stunden von Max</p>",
        "<p>Bearbeitet 1. Dezember von Max</p>",
        "<p>Edited December 1 by Max</p>",
        "<p>12 Personen gefällt das.</p>",
        "<p>Gefällt 3 Mal</p>",
        "<p>Antworten: 3 | Aufrufe: 1.204</p>",
        "<p>3 Antworten, 120 Aufrufe</p>",
        "<p>(Beitrag vom Autor gelöscht)</p>",
        "<p>[entfernt]</p>",
        "<p>Dieser Beitrag wurde von der Community gemeldet und ist vorübergehend ausgeblendet.</p>",
        "<p>Dieses Thema wurde automatisch 30 Tage nach der letzten Antwort geschlossen.</p>",
        "<p>Dieses Thema wurde nach 90 Tagen automatisch geschlossen. Neue Antworten sind nicht mehr möglich.</p>",
        "<p>Du hast keine Berechtigung, Bilder anzusehen. Anhänge sind nicht sichtbar.</p>",
        "<p>Du hast keine ausreichende Berechtigung, um die Dateianhänge dieses Beitrags anzusehen.</p>",
        "<p>[Nur registrierte und freigeschaltete Benutzer können Links sehen. ]</p>",
        "<p>You are not allowed to view links. Register or Login</p>",
        "<p>Gesendet von Mail für Windows</p>",
        "<p>Gesendet von meinem Samsung Galaxy S21 mit der App</p>",
        "<p>Dieser Beitrag wurde automatisch zusammengeführt: 1. Dezember 2025</p>",
        "<p>---------- Beitrag aktualisiert um 10:05 ----------</p>",
        "<p>---------- Beitrag hinzugefügt am 01.12.2025 um 10:05 Uhr ----------</p>",
        "<p>---------- Post added at 10:05 AM ----------</p>",
        "<p>-----Doppelpost um 10:05 automatisch zusammengeführt-----</p>",
        "<p>Als Antwort auf Max Rad.</p>",
        "<p>Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.</p>",
        "<p>Holen Sie sich Outlook für iOS</p>",
        f"<p>Von: Max<br>Gesendet: Montag, 1. Dezember 2025<br>An: Eva<br>Betreff: Kette</p><p>{OTHERS}</p>",
        f"<p>Von: Max<br>Gesendet: Montag, 1. Dezember 2025<br>An: Eva<br>Cc: Udo<br>Betreff:</p><p>{OTHERS}</p>",
        f"<p>Von: Max<br>Betreff: Kette<br>Datum: 1. Dezember 2025<br>An: Eva</p><p>{OTHERS}</p>",
        '<p class="quote-inline">RE: <a href="a">https://social.example/@max/109876543210987654</a></p>',
    ],
)
def test_files_previews_and_buttons_are_not_judged(attached: str) -> None:
    assert judged(only(rss(item("Kette", f"{HOST}/a", f"<p>{OWN}</p>{attached}")))) == OWN


@pytest.mark.parametrize(
    "text",
    [
        "Siehe Anhang Rechnung.pdf",
        "Bearbeitet wurde das von Max.",
        "Gefällt mir: die Kette",
        "Die Größe (54 cm) passt.",
        "Dieses Thema wurde vor Jahren schon besprochen.",
        "Diese Antwort wurde nie gegeben!",
        "Folgende Mängel: Kette, Bremse",
        "Den Anhang sehe ich nicht.",
        "Alles anzeigen lassen und klagen!",
        "Bearbeitet wurde es 12 mal von Max.",
        "Mir gefällt das.",
        "Sie haben keine Bilder vom Zimmer gezeigt.",
        "Du hast keine Rechte als Kunde!",
        "Antwort auf meine Mail kam nie.",
        "Als Antwort auf meine Beschwerde kam nur ein Standardtext.",
        "Diese Antwort wurde vor zwei Wochen von Ihrem Service gegeben und ist falsch.",
        "Teilen mit Fremden war nicht vereinbart.",
        "Bearbeitet wurde mein Antrag 2024 erst von der dritten Person.",
        "Bearbeitet vor 3 Wochen von einem Azubi, völlig falsch.",
        "Von meinem Anwalt wurde ein Brief gesendet.",
        "Gesendet von meinem Mann am 3. Mai, bis heute nichts.",
        "Die freche Dame am Empfang sagte wörtlich:",
        "Eingereicht von mir, abgelehnt von denen. Frechheit.",
        "Zuletzt bearbeitet: nie!",
        "Dieses Thema wurde einfach geschlossen!",
        "Von: gut. An: schlecht.",
        "Von: Köln\nDatum: 3. Mai\nAn: Hamburg\nBis heute nicht da, die Firma Brandt ist unverschämt.",
        "Zitat des Meisters: das muss so.",
        "Bearbeitet am 12. März wurde mein Antrag dann endlich von der Firma Brandt",
        "Bearbeitet am 3. Juni, schlampig, von einem Lehrling",
        "Bearbeitet: vor 3 Wochen schlampig von Ihrem Mitarbeiter",
        "Einmal bearbeitet, zuletzt von einem Azubi der keine Ahnung hatte",
        "3 mal bearbeitet, zuletzt von Brandt und jetzt läuft sie endlich",
        "Diese Antwort wurde vor drei Tagen von der Hotline bearbeitet und ist trotzdem falsch",
        "Sie haben keine Rechte, sagte der Chef, und löschte meine Bilder von der Baustelle",
        "Sie haben keine passenden Rechte, sagte die Dame, die Dateien vom Schaden wollte sie nicht",
        "Dieser Beitrag enthält einen Bildanhang. Man sieht den Pfusch deutlich.",
        "Dieses Thema wurde am Telefon automatisch weggedrückt und das Ticket geschlossen, unglaublich",
        "Dieser Beitrag wurde von der Community gemeldet, weil Brandt Kritik nicht verträgt",
        "Folgende Mitglieder sagen Danke für die schnelle Hilfe der Firma Brandt!",
        "Automatisch zusammengeführt: zwei Verträge, doppelt bezahlt",
        "Diese Nachricht wurde von meinem Tablet dreimal an die Firma gesendet.",
        "Bitte anmelden hieß es am Telefon, um sie zu sehen.",
        "(Dieser Beitrag wurde zuletzt von Brandt bearbeitet, weil ich Kritik übte)",
        "Zuletzt geändert von einem Lehrling, seitdem tropft es",
        "Zuletzt bearbeitet: heute, schlampig wie immer",
        "Geändert von einem Lehrling am 3. Juni",
        "Bearbeitet gestern von Brandt",
        "Bearbeitet am 3. Juni von Brandt verschlampt",
        "Letzte Änderung: Preis verdoppelt von Brandt",
        "Beitrag geändert von Brandt, weil er ihnen nicht passte",
        "Gesendet von meinem Handy an die Firma, keine Antwort",
        "----- Nie wieder Brandt! -----",
        "------- ACHTUNG ABZOCKE -------",
        "----- Update 3. Mai: Geld immer noch nicht zurück -----",
        "----- Beitrag 3 aktualisiert: Brandt zahlt nicht -----",
    ],
)
def test_a_sentence_about_a_file_is_judged(text: str) -> None:
    markup = text.replace("\n", "<br>")
    assert judged(only(rss(item("Kette", f"{HOST}/a", f"<p>{OWN}</p><p>{markup}</p>")))) == f"{OWN}\n\n{text}"


@pytest.mark.parametrize(
    "quote",
    [
        f"<table><tr><td><span>Zitat:</span></td></tr><tr><td><i>Original von Max</i><br />{OTHERS}</td></tr></table>",
        f"<table><tr><td><b>Quote</b>:</td></tr><tr><td><i>Original von Max</i><br />{OTHERS}</td></tr></table>",
        f"<table><tr><td><b>Zitat</b></td></tr><tr><td><i>Original von Max</i><br />{OTHERS}</td></tr></table>",
        f'<table><tr><td>Max hat folgendes geschrieben:</td></tr><tr><td class="quote">{OTHERS}</td></tr></table>',
        f"<div class='quotetop'>ZITAT(Max @ 1.12.2025, 10:00) <a></a></div><div class='quotemain'>{OTHERS}</div>",
        f'<span class="quote">Zitat Max:</span><blockquote>{OTHERS}</blockquote>',
        f'<div class="quote-msg"><div class="quote-author"><em>Max</em> schrieb:</div>{OTHERS}</div>',
        f'<div class="email-quoted-reply">Am Mo., 1. Dez. 2025 schrieb Max:<br>{OTHERS}</div>',
    ],
    ids=["Burning Board 2", "English", "no colon", "phpBB 2", "Invision 2", "JComments", "Drupal", "GitHub"],
)
def test_quotes_of_old_boards_and_mails_are_not_judged(quote: str) -> None:
    found = only(rss(item("Kette", f"{HOST}/a", f"{quote}{OWN}")))
    assert judged(found) == OWN
    assert OTHERS in found.text


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("<td>Zitate sind erlaubt</td>", "Zitate sind erlaubt"),
        ("<td>Quote</td><td>3 von 5 Terminen geplatzt</td>", "Quote 3 von 5 Terminen geplatzt"),
    ],
)
def test_a_table_that_only_mentions_a_quote_is_judged(cells: str, told: str) -> None:
    table = f"<table><tr>{cells}</tr></table>"
    assert judged(only(rss(item("Kette", f"{HOST}/a", f"{table}<p>{OWN}</p>")))) == f"{told}\n\n{OWN}"


@pytest.mark.parametrize(
    ("excerpt", "own"),
    [
        ('Keine Woche &hellip; <a class="more-link">„Radhaus Muster“ weiterlesen</a>', "Keine Woche …"),
        ("Keine Woche [&#8230;] <a>Continue reading Radhaus Muster →</a>", "Keine Woche …"),
        ("Keine Woche ... <a>Read more »</a>", "Keine Woche …"),
        ("Ja… Mehr lesen wir morgen, versprochen.", "Ja… Mehr lesen wir morgen, versprochen."),
        ("Ich mochte nicht weiterlesen", "Ich mochte nicht weiterlesen"),
    ],
)
def test_the_link_at_the_end_of_an_excerpt_is_not_judged(excerpt: str, own: str) -> None:
    assert judged(only(rss(item("Kette", f"{HOST}/a", f"<p>{excerpt}</p>")))) == own


@pytest.mark.parametrize(
    ("picture", "sign"),
    [
        ('<img src="smilies/sad.png" alt="Sad" title="Sad" class="smilie smilie_8" />', "🙁"),
        ('<img src="smilies/biggrin.png" alt="Big Grin" class="smilie smilie_4" />', "😄"),
        ('<img src="images/smilies/mad.gif" border="0" alt="" title="Mad" class="inlineimg" />', "😡"),
        ('<img src="x" class="smilie smilie--sprite" alt=":mad:" title="Mad    :mad:" />', "😡"),
        ('<img class="smilies" src="x" alt=":D" title="Sehr erfreut">', ":D"),
    ],
)
def test_smileys_named_by_words_are_read(picture: str, sign: str) -> None:
    assert only(rss(item("Kette", f"{HOST}/a", f"{OWN} {picture}"))).text == f"{OWN} {sign}"


# -- networks ---------------------------------------------------------------------------


def test_a_link_posted_on_lemmy_is_discussed_at_lemmy() -> None:
    head = (
        '<a href="https://lemmy.example/u/eva">eva</a> to <a href="https://lemmy.example/c/rad">rad</a><br>12 points | '
        '<a href="https://lemmy.example/post/44">3 comments</a><br><a href="https://blatt.example/a">https://blatt.example/a</a>'
    )
    document = rss(
        item(
            "Kette", "https://blatt.example/a", f"submitted by {head}<p>{OWN}</p>", guid="https://lemmy.example/post/44"
        ),
        site="https://lemmy.example/c/rad",
    )
    found = only(document, "https://lemmy.example/feeds/c/rad.xml?sort=New")
    assert (found.thread, found.replies, judged(found)) == ("lemmy.example/44", 3, OWN)


def test_an_answer_in_a_lemmy_inbox_has_a_plain_author() -> None:
    author = cdata('/u/eva <a href="https://lemmy.example/u/eva">(link)</a>')
    document = rss(item("Reply from eva", "https://lemmy.example/comment/45", OWN, more=f"<author>{author}</author>"))
    found = only(document, "https://lemmy.example/feeds/inbox/geheim.xml")
    assert (found.author, found.author_url, found.reply) == ("eva", "https://lemmy.example/u/eva", True)


@pytest.mark.parametrize("title", ["eva: “Bei Radhaus Muster hielt die…”", "eva: CW “Ärger” (sensitive)", "No caption"])
def test_a_title_made_of_the_text_of_a_post_is_none(title: str) -> None:
    assert only(rss(item(title, "https://social.example/@eva/109876543210987654", OWN))).title == ""


def test_a_person_on_gotosocial_is_known_by_nick_and_profile() -> None:
    link = "https://gts.example/@eva/statuses/01F8MHAMCHF6Y650WCRSCP4WMY"
    document = rss(item("Bei Radhaus...", link, OWN, author="@eva@gts.example:8080", guid=link))
    found = only(document, "https://gts.example/@eva/feed.rss")
    assert (found.author, found.author_url) == ("eva", "https://gts.example/@eva")
    assert found.identity == "post:01F8MHAMCHF6Y650WCRSCP4WMY"


def test_links_that_pixelfed_escapes_twice_are_read() -> None:
    link = "https://pix.example/p/eva/765432109876543210"
    text = f"<p>{OWN} &lt;a href=&quot;https://pix.example/tags/rad&quot;&gt;#rad&lt;/a&gt;</p>"
    assert only(atom(entry("Kette", link, text))).text == f"{OWN} #rad"


def test_comments_on_peertube_belong_to_their_video() -> None:
    link = "https://tube.example/w/abc123;threadId=12"
    found = only(rss(item("Kettentest - Eva", link, OWN, author="Eva", guid=link)))
    assert (found.thread, found.reply) == ("https://tube.example/w/abc123", True)


def test_the_foot_under_an_entry_of_hacker_news_is_counted_and_not_judged() -> None:
    foot = (
        '<hr>\n<p>Comments URL: <a href="https://news.ycombinator.com/item?id=77">x</a></p>'
        "<p>Points: 4</p>\n<p># Comments: 9</p>"
    )
    story = item(
        "Kette", "https://blatt.example/a", f"<p>{OWN}</p>{foot}", guid="https://news.ycombinator.com/item?id=77"
    )
    comment = item('New comment by max in "Kette"', "https://news.ycombinator.com/item?id=78", f"{OWN}{foot}")
    told_story, told_comment = read(rss(story, comment, generator="https://hnrss.org/")).entries
    assert (told_story.replies, judged(told_story)) == (9, OWN)
    assert (told_comment.replies, told_comment.reply, judged(told_comment)) == (None, True, OWN)


@pytest.mark.parametrize(
    ("link", "guid", "thread"),
    [
        ("https://github.com/a/b/discussions/12", "tag:github.com,2008:5566", "github.com/a/b/discussions/12"),
        (
            f"{HOST}/a/b/issues/4#issuecomment-7",
            f"991: {HOST}/a/b/issues/4#issuecomment-7",
            "forum.example/a/b/issues/4",
        ),
        (f"{HOST}/a/b/-/issues/4", f"{HOST}/a/b/-/issues/4", "forum.example/a/b/-/issues/4"),
    ],
)
def test_numbers_of_different_repositories_are_different_discussions(link: str, guid: str, thread: str) -> None:
    assert only(rss(item("Kette", link, OWN, guid=guid))).thread == thread


def drupal_comments(*titles: str) -> ParsedFeed:
    comments = [
        item(title, f"{HOST}/comment/{n}#comment-{n}", OWN, guid=f"comment {n} at {HOST}", date=f"2025-12-0{n}")
        for n, title in enumerate(titles, 1)
    ]
    return read(rss(*reversed(comments)), f"{HOST}/comments/feed")


def test_comments_on_drupal_belong_to_what_they_are_called_after() -> None:
    feed = drupal_comments("Kette springt", "Re: Kette springt")
    assert feed.software == "Drupal"
    assert {one.thread for one in feed.entries} == {"forum.example/~kette springt"}
    assert [one.identity for one in feed.entries] == ["comment:2", "comment:1"]


@pytest.mark.parametrize("title", ["", "Danke", "Re: Danke", "Re: "])
def test_comments_on_drupal_that_are_called_after_nothing_are_not_one_discussion(title: str) -> None:
    feed = drupal_comments(title, title, "Re: Kette springt")
    assert len({one.thread for one in feed.entries}) == 3


def test_what_drupal_writes_around_a_text_is_not_judged() -> None:
    text = (
        '<span>Kette</span>\n<span><span lang="" about="/user/1" typeof="schema:Person">max</span>'
        '</span>\n<span><time datetime="2025-12-01T09:00:00+01:00">Mo., 01.12.2025 - 09:00</time>\n</span>\n'
        f'<div><p>{OWN}</p></div>\n<a href="{HOST}/node/12#comments" rel="tag">3 Kommentare</a>'
    )
    found = only(rss(item("Kette", f"{HOST}/node/12", text, guid=f"12 at {HOST}")))
    assert (found.replies, judged(found)) == (3, OWN)


# -- reviews of apps in JSON ------------------------------------------------------------

REVIEW = {
    "author": {"uri": {"label": "https://itunes.apple.com/de/reviews/id123"}, "name": {"label": "Eva123"}, "label": ""},
    "updated": {"label": "2025-12-01T01:00:00-07:00"},
    "im:rating": {"label": "1"},
    "id": {"label": "11234567890"},
    "title": {"label": "Stürzt ab"},
    "content": {"label": OWN, "attributes": {"type": "text"}},
}
APPLE = "https://itunes.apple.com/de/rss/customerreviews/id=99/sortBy=mostRecent/json"


@pytest.mark.parametrize(
    ("entries", "count"), [([REVIEW], 1), (REVIEW, 1), (None, 0), ([{"id": {"label": "99"}}, REVIEW, 7], 1), ("x", 0)]
)
def test_reviews_of_an_app_are_read_from_json_too(entries: object, count: int) -> None:
    feed = {"id": {"label": APPLE}, "title": {"label": "Rezensionen"}, "entry": entries}
    found = read(json.dumps({"feed": feed}), APPLE)
    assert (found.software, found.title, len(found.entries)) == ("App Store", "Rezensionen", count)
    for review in found.entries:
        assert (review.guid, review.title, review.author, review.text) == ("11234567890", "Stürzt ab", "Eva123", OWN)
        assert (review.rating, str(review.published_at)) == (1.0, "2025-12-01 08:00:00+00:00")


def test_json_that_is_no_feed_of_apple_is_none() -> None:
    with pytest.raises(OutsideError, match="not-a-feed"):
        read(json.dumps({"feed": {"id": {"label": 5}, "entry": []}}))
