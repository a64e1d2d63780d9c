package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the customer's own account, and those to which mails lead, in a real browser. */
class AccountPortalIT {

    private static final String OWNER = "ingrid@fjellheim-elektro.example";
    private static final String BUYER = "post+jonas@fjellheim-elektro.example";
    private static final String HOTEL = "kristin@havblikk-hotell.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String COUNCIL = "innkjop@granvik-kommune.example";
    private static final String ARCHITECT = "astrid@nordlys-arkitekter.example";
    private static final String DENTIST = "post+aksel@solsiden-tannklinikk.example";
    private static final String HOTEL_BUYER = "drift@havblikk-hotell.example";
    private static final String MAIN = "main button[data-kind=main]";
    private static final String HOSTILE = "<script>alert(1)</script> \"'& \u05d0\u05d1\u05d2 \ud83d\ude00";
    private static final String SENTENCE = "en ganske lang setning om fjell";
    private static final Duration MAIL = Duration.ofMinutes(1);

    @TempDir
    private static Path base;

    private static LaunchedServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve("etc/org.torg.kernel.vendor.cfg"), "vendors = lighting,dental,hearing\n");
        server = new LaunchedServer(base, "--features", "torg-demo").awaitReady();
        browser = new Browser(server.address());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @AfterEach
    void nothingIsWrongInTheConsoleAndNobodyElseIsAsked() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page signedIn(String email, String password, Page page) {
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", password);
        page.click(MAIN);
        assertThat(page).hasURL(server.address() + "/");
        return page;
    }

    private static Page signedIn(String email) {
        return signedIn(email, password(email), browser.open());
    }

    private static String password(String email) {
        return new Market(server)
                .logins().stream()
                        .filter(row -> row[1].equals(email))
                        .findFirst()
                        .orElseThrow()[2];
    }

    /** The newest link to a page in what was mailed to somebody, once there is another one than before. */
    private static String link(String to, String page, String before) {
        Await.until("a link to " + page + " for " + to, MAIL, () -> newest(to, page)
                .filter(link -> !link.equals(before))
                .isPresent());
        return newest(to, page).orElseThrow();
    }

    private static Optional<String> newest(String to, String page) {
        Pattern link = Pattern.compile("/" + page + "#[A-Za-z0-9_-]{20,}");
        try (Stream<Path> mails = Files.list(server.data().resolve("mails"))) {
            return mails.filter(mail -> !mail.endsWith("newest.eml"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .map(AccountPortalIT::read)
                    .filter(mail -> mail.contains("To: " + to))
                    .map(link::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void invite(Page owner, String email, String name) {
        owner.navigate("/company/people");
        owner.click(".head a[data-kind=main]");
        owner.fill("#email", email);
        owner.fill("#name", name);
        owner.check("input[value=invoice-read]");
        owner.check("input[name='rights.everywhere'][value=no]");
        owner.locator("input[name='rights.locations']").first().check();
        owner.click(MAIN);
        assertThat(owner.locator(".toast")).containsText("Invitasjonen er sendt");
    }

    private static Locator row(Page page, String text) {
        return page.locator("main tr, main li", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    @Test
    @Tag("H01")
    @Tag("H09")
    @Tag("H11")
    @Tag("H12")
    @Tag("H14")
    @Tag("L03")
    void aColleagueIsInvitedComesAndDoesWhatTheOwnerTicks() {
        String email = "nils+lager@fjellheim-elektro.example";
        Page owner = signedIn(OWNER);
        invite(owner, email, "Nils " + HOSTILE);
        assertThat(row(owner, email)).containsText(HOSTILE);
        String first = link(email, "activate", "");
        row(owner, email).locator("form[action$='/again'] button").click();
        assertThat(owner.locator(".toast")).containsText("En ny lenke er sendt");

        Page nils = browser.open();
        nils.navigate(first);
        assertThat(nils.locator("#secret")).isHidden();
        nils.fill("#password", SENTENCE);
        nils.click(MAIN);
        assertThat(nils.locator("[role=alert]")).containsText("lenken gjelder ikke");
        assertThat(nils.locator("#secret")).isVisible();
        nils.navigate("about:blank");
        nils.navigate(link(email, "activate", first));
        nils.fill("#password", "kort");
        nils.click(MAIN);
        assertThat(nils.locator("[role=alert]")).containsText("minst 10 tegn");
        nils.fill("#password", SENTENCE);
        nils.click(MAIN);
        assertThat(nils.locator("[role=status]")).containsText("Tilgangen er klar");
        signedIn(email, SENTENCE, nils);

        // Of the company there is no more than was ticked: nothing of it can be changed, and nobody be invited.
        nils.navigate("/invoices");
        assertThat(nils.locator("h1")).containsText("Fakturaer");
        nils.navigate("/company");
        assertThat(nils.locator("main")).containsText("Du har ikke rett til å endre");
        nils.navigate("/company/people/invite");
        assertThat(nils.locator("main")).containsText("«Invitere folk og gi rettigheter»");
        nils.navigate("/company/people");
        assertThat(nils.locator("main")).containsText("Bare eieren av kontoen");

        owner.navigate("/company/people");
        owner.click("table a:has-text('Nils')");
        assertThat(owner.locator("h1")).containsText(HOSTILE);
        owner.uncheck("input[value=invoice-read]");
        owner.click(MAIN);
        assertThat(owner.locator(".toast")).containsText("Rettighetene er lagret");
        nils.navigate("/invoices");
        assertThat(nils.locator("main")).containsText("«Se fakturaer og saldo»");

        owner.click("button[name=active][value=no]");
        assertThat(owner.locator(".head .badge")).containsText("Trukket tilbake");
        nils.navigate("/company");
        assertThat(nils.locator("h1")).not().containsText("Fjellheim");
    }

    @Test
    @Tag("H12")
    void rightsWithoutAnyFunctionOrPlaceAreRefusedBesideTheTicks() {
        Page owner = signedIn(OWNER);
        owner.navigate("/company/people");
        owner.click("table a:has-text('Jonas')");
        owner.check("input[value=colleague]");
        owner.check("input[name='rights.everywhere'][value=no]");
        owner.click(MAIN);
        assertThat(owner.locator("#rights-locations-e")).isVisible();
        assertThat(owner.locator("input[value=colleague]")).isChecked();

        owner.navigate("/company/people");
        owner.click("table a:has-text('Ingrid')");
        assertThat(owner.locator("main")).containsText("Noen andre må endre dine egne rettigheter");
        assertThat(owner.locator(MAIN)).hasCount(0);
    }

    @Test
    @Tag("H08")
    @Tag("L06")
    void aPasswordIsChangedAndOtherSessionsEnd() {
        Page elsewhere = signedIn(BUYER);
        Page page = signedIn(BUYER);
        page.click("details[data-me] summary");
        page.click("details[data-me] a[href='/me']");
        page.click("a[href='/me/password']");
        page.fill("#current", "not the password");
        page.fill("#password", SENTENCE);
        page.click(MAIN);
        assertThat(page.locator("#current-e")).isVisible();
        assertThat(page.locator("#password")).hasValue("");
        page.fill("#current", password(BUYER));
        page.fill("#password", SENTENCE);
        page.click(MAIN);
        assertThat(page.locator(".toast")).containsText("Passordet er endret");
        elsewhere.navigate("/me");
        assertThat(elsewhere).hasURL(server.address() + "/sign-in?to=%2Fme");
        signedIn(BUYER, SENTENCE, browser.open());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("H06")
    @Tag("H07")
    void aForgottenPasswordIsReplacedByTheLinkOfAMail(boolean withScript) {
        String before = newest(HOTEL, "reset").orElse("");
        Page page = browser.open(ColorScheme.LIGHT, 1280, withScript);
        for (String email : List.of("nobody@nowhere.example", HOTEL)) {
            page.navigate("/sign-in");
            page.click("a[href='/forgotten']");
            page.fill("#email", email);
            page.click(MAIN);
            // Whether somebody has this e-mail is told to nobody.
            assertThat(page.locator("main")).containsText("Hvis noen logger inn med denne e-postadressen");
        }
        String link = link(HOTEL, "reset", before);
        if (withScript) {
            page.navigate(link);
            assertThat(page.locator("#secret")).isHidden();
            page.click("a[hreflang=sv]");
            assertThat(page.locator("h1")).containsText("Välj ett nytt lösenord");
            assertThat(page.locator("#secret")).isHidden();
        } else {
            page.navigate("/reset");
            page.fill("#secret", server.address() + link);
        }
        page.fill("#password", SENTENCE + withScript);
        page.click(MAIN);
        assertThat(page).hasURL(server.address() + "/sign-in");
        signedIn(HOTEL, SENTENCE + withScript, page);
    }

    @Test
    void aSecondFactorIsSetUpAskedForAndSwitchedOff() {
        Page page = signedIn(COUNCIL);
        page.navigate("/me/second-factor");
        page.click(MAIN);
        page.fill("#code", "000000");
        page.click(MAIN);
        assertThat(page.locator("[role=alert]")).isVisible();
        page.fill("#code", Authenticator.code(page.locator("dd.code").textContent()));
        page.click(MAIN);
        List<String> codes = page.locator("ul.code li").allTextContents();
        assertThat(codes).hasSizeGreaterThan(5);

        Page again = browser.open();
        again.navigate("/sign-in");
        again.fill("#email", COUNCIL);
        again.fill("#password", password(COUNCIL));
        again.click(MAIN);
        again.fill("#code", codes.get(0));
        again.click(MAIN);
        assertThat(again).hasURL(server.address() + "/");

        page.navigate("/me/second-factor");
        assertThat(page.locator("main")).containsText((codes.size() - 1) + " koder igjen");
        page.fill("#code-device", codes.get(1));
        page.click("button[formaction$='/remove']");
        assertThat(page.locator(".toast")).containsText("slått av");
        signedIn(COUNCIL);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aPhoneReadsTheKeyFromTheScreen(ColorScheme scheme) {
        Page page = browser.open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true);
        signedIn(COUNCIL, password(COUNCIL), page);
        page.navigate("/me/second-factor");
        page.click(MAIN);
        Locator picture = page.locator("svg.qr");
        String uri = page.locator("a[href^='otpauth:']").getAttribute("href");
        assertThat(QrReader.read(picture)).isEqualTo(uri);
        assertThat(uri)
                .contains("secret="
                        + page.locator("dd.code").textContent().replace(" ", "").strip());
        Browser.accessible(page);
        // A code that is wrong costs a try, not the picture.
        page.fill("#code", "000000");
        page.click(MAIN);
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(QrReader.read(picture)).isEqualTo(uri);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsItElsewhere() {
        Page here = signedIn(DENTIST);
        Page second = signedIn(DENTIST);
        Page third = signedIn(DENTIST);
        here.navigate("/me");
        here.click("a[href='/me/sessions']");
        Locator open = here.locator("main ul.rows > li");
        assertThat(open.first()).containsText("Her og nå");
        assertThat(open.first()).containsText("Chrome på Linux");
        assertThat(open.first().locator("button")).hasCount(0);
        assertThat(here.locator("main")).not().containsText("127.0.0.1");
        int before = open.count();
        assertThat(before).isGreaterThanOrEqualTo(3);
        Browser.accessible(here);

        // The latest used of the others.
        open.nth(1).locator("button").click();
        assertThat(here.locator(".toast")).containsText("logget ut der");
        assertThat(open).hasCount(before - 1);
        here.click("form[action='/me/sessions/end'] button");
        assertThat(here.locator(".toast")).containsText("alle andre steder");
        assertThat(open).hasCount(1);
        for (Page elsewhere : List.of(second, third)) {
            elsewhere.navigate("/me");
            assertThat(elsewhere).hasURL(server.address() + "/sign-in?to=%2Fme");
        }
        here.navigate("/me");
        assertThat(here.locator("main")).containsText("Bare her");
    }

    @Test
    void onlyAWholePageTakesTheSentenceThatIsToBeToldOnce() {
        Page page = signedIn(HOTEL_BUYER);
        page.navigate("/me");
        page.context()
                .addCookies(List.of(new Cookie("torg_told", "told.profile")
                        .setUrl(server.address().toString())));
        // An upload, a piece of a page, a picture, a file, and a page that only leads to another one.
        page.evaluate("""
                async () => {
                  const token = document.querySelector('input[name=csrf]').value;
                  await fetch('/uploads/nothing', { headers: { 'X-CSRF-Token': token } });
                  await fetch('/catalogue/suggestions?q=lampe', { headers: { 'HX-Request': 'true' } });
                  await fetch('/catalogue');
                  const picture = new Image();
                  picture.src = '/nothing.png';
                  await picture.decode().catch(() => 0);
                }""");
        page.navigate("/sign-in");
        assertThat(page).hasURL(server.address() + "/");
        assertThat(page.locator(".toast")).isVisible();
        page.navigate("/me");
        assertThat(page.locator(".toast")).hasCount(0);
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRevoked() {
        Page page = signedIn(CLINIC);
        page.navigate("/me/tokens");
        page.fill("#name", HOSTILE);
        page.click(MAIN);
        assertThat(page.locator("#functions-e")).isVisible();
        assertThat(page.locator("#name")).hasValue(HOSTILE);
        page.check("input[value=account-read]");
        page.click(MAIN);
        String token = page.locator("#token").inputValue();
        Client program = new Client(server.address()).as(token);
        assertThat(program.get("/api/v1/sessions/current").status()).isEqualTo(200);

        page.click(MAIN.replace("button", "a"));
        assertThat(row(page, HOSTILE)).containsText("Se firmaet og kolleger");
        assertThat(page.locator("main")).not().containsText(token);
        row(page, HOSTILE).locator("button").click();
        assertThat(row(page, HOSTILE)).containsText("Trukket tilbake");
        assertThat(program.get("/api/v1/sessions/current").status()).isEqualTo(401);
    }

    @Test
    @Tag("L01")
    @Tag("L02")
    @Tag("L05")
    @Tag("H16")
    void aCompanyKeepsItsOwnDetailsAndAsksForWhatIsTheVendors() {
        Page page = signedIn(OWNER);
        page.navigate("/company/details");
        page.fill("#billing-line1", "Verkstedveien 14 B");
        page.fill("#invoiceEmails", "ikke en adresse");
        page.click(MAIN);
        assertThat(page.locator("#invoiceEmails-e")).isVisible();
        assertThat(page.locator("#billing-line1")).hasValue("Verkstedveien 14 B");
        page.fill("#invoiceEmails", "faktura@fjellheim-elektro.example");
        page.click(MAIN);
        assertThat(page.locator("main")).containsText("Verkstedveien 14 B");

        page.click("a[href='/company/addresses/new']");
        page.fill("#label", "Lager " + HOSTILE);
        page.fill("#address-line1", "Kaia 1");
        page.fill("#address-postcode", "5");
        page.fill("#address-city", "Bergen");
        page.click(MAIN);
        assertThat(page.locator("#address-postcode-e")).isVisible();
        page.fill("#address-postcode", "5003");
        page.click(MAIN);
        row(page, "Lager " + HOSTILE).locator("a").click();
        page.click("details.card summary");
        page.click("form[action$='/remove'] button");
        assertThat(page.locator("main")).not().containsText("Kaia 1");

        page.click("a[href='/company/ask/location']");
        page.fill("#name", "Voss " + HOSTILE);
        page.fill("#address-line1", "Vangsgata 1");
        page.fill("#address-postcode", "5700");
        page.fill("#address-city", "Voss");
        page.click(MAIN);
        assertThat(row(page, "Nytt sted: Voss " + HOSTILE)).containsText("Venter på svar");
    }

    @Test
    @Tag("D38")
    void whereTheVendorKeepsTheAddressesThePageSaysSo() {
        Page page = signedIn(CLINIC);
        page.navigate("/company");
        assertThat(page.locator("main")).containsText("Bare leverandøren endrer adressene");
        assertThat(page.locator("a[href^='/company/addresses']")).hasCount(0);
        page.navigate("/company/addresses/new");
        assertThat(page.locator("main")).containsText("Bare leverandøren endrer adresser");
    }

    @Test
    @Tag("D05")
    void anotherEmailIsAskedFor() {
        Page page = signedIn(CLINIC);
        page.navigate("/me");
        page.click("summary:has-text('annen e-postadresse')");
        page.fill("#email", "hanne.ny@solsiden-tannklinikk.example");
        page.click("form[action='/me/email'] button");
        assertThat(page.locator("main")).containsText("Du har bedt om hanne.ny@solsiden-tannklinikk.example");
        page.navigate("/company");
        assertThat(row(page, "hanne.ny@")).containsText("Venter på svar");
    }

    @Test
    @Tag("D05")
    void anotherEmailIsConfirmedByTheLinkThatWentToItAndSignsInFromThenOn() {
        String fresh = "astrid.solbakken@nordlys-arkitekter.example";
        String password = password(ARCHITECT);
        Page page = signedIn(ARCHITECT);
        page.navigate("/me");
        page.click("summary:has-text('annen e-postadresse')");
        page.fill("#email", fresh);
        page.click("form[action='/me/email'] button");
        assertThat(page.locator("main")).containsText("Du har bedt om " + fresh);

        Client staff = new Market(server).as("administrator");
        String request = "";
        for (var open :
                staff.get(Market.API + "/requests?state=open&limit=100").json().get("items")) {
            request = open.toString().contains(fresh) ? open.get("id").asText() : request;
        }
        Client.Reply decided =
                staff.post(Market.API + "/requests/" + request + "/decision", Map.of("decision", "approve"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);

        String link = link(fresh, "email", "");
        Page elsewhere = browser.open();
        elsewhere.navigate(link);
        assertThat(elsewhere.locator("#secret")).isHidden();
        assertThat(elsewhere.locator("h1")).containsText("Bekreft den nye e-postadressen");
        Browser.accessible(elsewhere);
        elsewhere.click(MAIN);
        assertThat(elsewhere.locator("[role=status]")).containsText("E-postadressen er bekreftet");
        elsewhere.fill("#email", ARCHITECT);
        elsewhere.fill("#password", password);
        elsewhere.click(MAIN);
        assertThat(elsewhere.locator("[role=alert]")).isVisible();
        signedIn(fresh, password, elsewhere);
        elsewhere.navigate("/me");
        assertThat(elsewhere.locator("main")).containsText(fresh);
        // Who was signed in still is, and follows the link in vain a second time.
        page.navigate(link);
        page.click(MAIN);
        assertThat(page.locator("[role=alert]")).containsText("lenken gjelder ikke");
    }

    @Test
    void theFirstAdministratorComesByTheLinkOfTheFirstStartAndSetsUpASecondFactor(@TempDir Path folder)
            throws IOException {
        try (LaunchedServer fresh = new LaunchedServer(folder).awaitReady();
                Browser window = new Browser(fresh.address())) {
            String link = Files.readString(fresh.data().resolve("first-administrator.txt"))
                    .strip();
            Page page = window.open();
            page.navigate(link);
            assertThat(page.locator("#secret")).isHidden();
            page.fill("#name", "Eva " + HOSTILE);
            page.fill("#email", "eva@market.example");
            page.fill("#password", "kort");
            page.click(MAIN);
            assertThat(page.locator("[role=alert]")).containsText("minst 8 tegn");
            assertThat(page.locator("#name")).hasValue("Eva " + HOSTILE);
            assertThat(page.locator("#password")).hasValue("");
            page.fill("#password", SENTENCE);
            page.click(MAIN);
            assertThat(page).hasURL(fresh.address() + "/sign-in");
            assertThat(page.locator("[role=status]")).containsText("Administratoren er opprettet");

            page.fill("#email", "eva@market.example");
            page.fill("#password", SENTENCE);
            page.click(MAIN);
            assertThat(page).hasURL(fresh.address() + "/second-factor");
            page.click(MAIN);
            assertThat(QrReader.read(page.locator("svg.qr")))
                    .isEqualTo(page.locator("a[href^='otpauth:']").getAttribute("href"));
            Browser.accessible(page);
            page.fill("#code", Authenticator.code(page.locator("dd.code").textContent()));
            page.click(MAIN);
            assertThat(page.locator("ul.code li")).not().hasCount(0);
            page.click("main a[data-kind=main]");
            page.navigate("/office/staff");
            assertThat(page.locator("main")).containsText("Eva");
            Browser.accessible(page);

            // The link is of no more use to anybody.
            Page late = window.open();
            late.navigate(link);
            late.fill("#name", "Late");
            late.fill("#email", "late@market.example");
            late.fill("#password", SENTENCE);
            late.click(MAIN);
            assertThat(late.locator("[role=alert]")).containsText("lenken gjelder ikke");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("H02")
    @Tag("H05")
    @Tag("D03")
    void aNewCustomerRegistersWhereTheVendorLetsPeople() {
        String email = "ny@privat.example";
        Page page = browser.open();
        page.navigate("/registration");
        assertThat(page.locator("main .choices")).not().containsText("Dvale");
        page.check("input[value=lighting]");
        page.fill("#company", HOSTILE);
        page.fill("#address-line1", "Storgata 1");
        page.fill("#address-postcode", "0155");
        page.fill("#address-city", "Oslo");
        page.fill("#name", "Ny Kunde");
        page.fill("#email", email);
        page.click(MAIN);
        assertThat(page.locator("#organisationNumber-e")).isVisible();
        page.check("input[value=hearing]");
        page.click(MAIN);
        assertThat(page.locator("main")).containsText("Følg lenken");
        page.navigate(link(email, "register", ""));
        page.fill("#password", SENTENCE);
        page.click(MAIN);
        signedIn(email, SENTENCE, page);
        page.navigate("/company");
        assertThat(page.locator("h1")).containsText(HOSTILE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme scheme) {
        Page page = browser.open(scheme, scheme == ColorScheme.DARK ? 390 : 1280, true);
        for (String path : List.of(
                "/forgotten",
                "/forgotten/sent",
                "/registration",
                "/activate",
                "/reset#aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "/register",
                "/email",
                "/first")) {
            page.navigate(path);
            Browser.accessible(page);
        }
        signedIn(OWNER, password(OWNER), page);
        for (String path : List.of(
                "/me",
                "/me/password",
                "/me/second-factor",
                "/me/sessions",
                "/me/tokens",
                "/company",
                "/company/details",
                "/company/addresses/new",
                "/company/ask/location",
                "/company/ask/correction",
                "/company/people",
                "/company/people/invite")) {
            page.navigate(path);
            Browser.accessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path + " fits the window")
                    .isEqualTo(true);
        }
        page.navigate("/company/people");
        page.click("table a:has-text('Jonas')");
        Browser.accessible(page);
        page.navigate("/me/second-factor");
        page.click(MAIN);
        Browser.accessible(page);
    }
}
