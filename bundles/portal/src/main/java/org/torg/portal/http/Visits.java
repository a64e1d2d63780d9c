package org.torg.portal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.MDC;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions;
import org.torg.api.vendor.Vendors;
import org.torg.http.Devices;
import org.torg.http.ForwardedAddresses;
import org.torg.http.Languages;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Csrf;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;

/** Reads requests: who it is, in which language, and what was written. */
@Component(service = Visits.class, configurationPid = "org.torg.rest")
@Designate(ocd = Visits.Configuration.class)
public final class Visits {

    @ObjectClassDefinition(name = "Torg portal")
    public @interface Configuration {

        @AttributeDefinition(description = "As of the HTTP API: addresses and networks of proxies, separated by commas")
        String trustedProxies() default "";
    }

    private static final String REQUEST_ID = "requestId";

    private final Sessions sessions;
    private final Vendors vendors;
    private final ForwardedAddresses addresses;

    @Activate
    public Visits(@Reference Sessions sessions, @Reference Vendors vendors, Configuration configuration) {
        this.sessions = sessions;
        this.vendors = vendors;
        this.addresses = new ForwardedAddresses(configuration.trustedProxies());
    }

    /**
     * @param isGenuine whether a form that was posted is one of ours, made for this visitor
     * @param cookies to be set with whatever is answered
     * @param secure whether the browser came by HTTPS
     */
    record Arrival(Visit visit, boolean isGenuine, List<Cookie> cookies, boolean secure) {}

    Arrival arrive(HttpServletRequest request, String path) {
        List<Cookie> cookies = new ArrayList<>();
        Optional<String> token = Cookies.of(request, Cookies.SESSION);
        Optional<Caller> known = token.flatMap(this::resolve);
        if (token.isPresent() && known.isEmpty()) {
            cookies.add(Cookies.noSession());
            token = Optional.empty();
        }
        String secret = token.orElseGet(() -> visitSecret(request, cookies));
        Caller caller = known.orElseGet(() -> Caller.stranger(Caller.Channel.PORTAL, requestId(), language(request)));
        Fields query = query(request);
        Visit asked = new Visit(
                isPost(request) ? Route.Method.POST : Route.Method.GET,
                path,
                query,
                Fields.NONE,
                Map.of(),
                caller,
                token,
                new Reader(caller.language(), vendors.zone(), vendors),
                Csrf.token(secret),
                addresses.of(request),
                Devices.of(Optional.ofNullable(request.getHeader("User-Agent"))),
                "true".equals(request.getHeader("HX-Request")),
                ToldOnce.of(request),
                Optional.empty());
        SentForm sent = isPost(request) ? SentForm.of(request, query) : SentForm.NOTHING;
        Visit visit = asked.sending(sent.fields().without(Csrf.FIELD), sent.file());
        String proof = Optional.ofNullable(request.getHeader(Csrf.HEADER))
                .orElseGet(() -> sent.fields().typed(Csrf.FIELD));
        boolean genuine = Csrf.isGood(proof, secret) && isFromHere(request);
        return new Arrival(visit, genuine, List.copyOf(cookies), isSecure(request));
    }

    private static boolean isPost(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }

    static String path(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.isEmpty() ? "/" : path;
    }

    private Optional<Caller> resolve(String token) {
        Outcome<Caller> outcome = sessions.resolve(token, Caller.Channel.PORTAL, requestId(), Optional.empty());
        return outcome.isDone() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }

    private static String visitSecret(HttpServletRequest request, List<Cookie> cookies) {
        return Cookies.of(request, Cookies.VISIT).orElseGet(() -> {
            Cookie fresh = Cookies.visit();
            cookies.add(fresh);
            return fresh.getValue();
        });
    }

    private static String requestId() {
        return Optional.ofNullable(MDC.get(REQUEST_ID)).orElse("");
    }

    /** The one that was chosen, else the browser's, else the first vendor's. */
    private Locale language(HttpServletRequest request) {
        return Cookies.of(request, Cookies.LANGUAGE)
                .filter(Reader.languages()::contains)
                .map(Locale::new)
                .or(() -> Optional.ofNullable(request.getHeader("Accept-Language"))
                        .flatMap(Languages::of))
                .or(() -> vendors.known().stream()
                        .findFirst()
                        .map(vendor -> new Locale(vendor.languages().get(0))))
                .orElse(Locale.ENGLISH);
    }

    /** A second lock: browsers say from which site a form comes. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    private static Fields query(HttpServletRequest request) {
        return QueryText.fields(request.getQueryString());
    }
}
