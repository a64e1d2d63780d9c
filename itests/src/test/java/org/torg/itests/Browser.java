package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The system's Chromium. What pages write to its console, what they ask of other hosts, and where the HTML of a page is
 * not valid, is kept and must be nothing.
 */
final class Browser implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What closes has no time limit of Playwright's own. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    /** The driver and the browser. */
    private final Set<ProcessHandle> ours;

    private final HtmlCheck html = new HtmlCheck();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Browser(URI address) {
        this.address = address;
        Set<ProcessHandle> others = children();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String program = Optional.ofNullable(System.getenv("TORG_CHROMIUM")).orElse("/usr/bin/chromium");
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        ours = children();
        ours.removeAll(others);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    /** A window of somebody who has never been here. */
    Page open(ColorScheme scheme, int width, boolean withScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale("nb-NO")
                .setColorScheme(scheme)
                .setJavaScriptEnabled(withScript)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A page that refuses says so by its status, which Chromium notes as well.
            boolean refusal = message.text()
                    .matches("Failed to load resource: the server responded with a status of (4\\d\\d|503).*");
            if (!refusal && List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequestFinished(this::check);
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                complaints.add(page.url() + " asks " + request.url());
            }
        });
        return page;
    }

    Page open() {
        return open(ColorScheme.LIGHT, 1280, true);
    }

    /** Each page as it was served, before scripts touch it. */
    private void check(Request request) {
        Response response = request.isNavigationRequest() ? request.response() : null;
        if (response == null
                || !response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return;
        }
        String source;
        try {
            source = response.text();
        } catch (PlaywrightException e) {
            // The next page came before this one could be read; it is read when it stays.
            return;
        }
        html.faults(source)
                .forEach(fault ->
                        complaints.add(request.method() + " " + request.url() + " is not valid HTML, " + fault));
    }

    /** Nothing that the rules of WCAG 2.2 AA, as far as a program can judge them, object to. */
    static void accessible(Page page) {
        List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations)
                .as(() -> page.url() + " "
                        + violations.stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml())
                                .toList())
                .isEmpty();
    }

    /** What was written to the console, and asked of others, since this was asked before. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    /** Closes what was opened. */
    void closeWindows() {
        Deadline.within(
                "The closing of windows", PATIENCE, () -> chromium.contexts().forEach(BrowserContext::close));
    }

    @Override
    public void close() {
        try {
            Deadline.within("The closing of the browser", PATIENCE, chromium::close);
        } finally {
            try {
                Deadline.within("The end of Playwright", PATIENCE, playwright::close);
            } finally {
                // Whatever was asked nicely and has not gone.
                ours.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
            }
        }
    }
}
