package org.torg.portal.me;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Created;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.me.JtetokenGenerated;
import org.torg.portal.template.me.JtetokensGenerated;

/** The tokens of one's own programs: made with what they may do, shown once, revoked. */
@Component(service = Pages.class)
public final class TokenPages implements Pages {

    private static final String PATH = "/me/tokens";

    private final ApiTokens tokens;
    private final Frames frames;
    private final Clock clock;

    @Activate
    public TokenPages(@Reference ApiTokens tokens, @Reference Frames frames, @Reference Clock clock) {
        this.tokens = tokens;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.SIGNED_IN, visit -> show(visit, Draft.of(Fields.NONE))),
                Route.post(PATH, Route.Door.SIGNED_IN, this::create),
                Route.post(PATH + "/{token}/revoke", Route.Door.SIGNED_IN, this::revoke));
    }

    private Reply show(Visit visit, Draft draft) {
        OwnTokens own =
                new OwnTokens(tokens.list(visit.caller()).orElseThrow(), functions(visit.caller()), draft, clock.now());
        Frame frame = frames.of(visit, "me", visit.reader().text("tokens.title"));
        return Reply.page(draft.status(), out -> JtetokensGenerated.render(out, null, frame, own));
    }

    /** What a program could do for the person where the person is now, in the order in which functions are told. */
    static List<Function> functions(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> reaches(grant.scope(), caller))
                .map(Grant::function)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean reaches(Scope scope, Caller caller) {
        boolean ofStaff = scope instanceof Scope.Tenant || scope instanceof Scope.OfVendor;
        return caller.account()
                .map(account -> scope.covers(Scope.of(account))
                        || (scope instanceof Scope.OfLocation at && at.account().equals(account)))
                .orElse(ofStaff);
    }

    /** The token is told on this page and on no other: who loads it again is asked whether to make one more. */
    private Reply create(Visit visit) {
        Fields form = visit.form();
        Optional<Instant> end = form.text("expiresAt").flatMap(day -> endOf(visit.reader(), day));
        if (form.text("expiresAt").isPresent() && end.isEmpty()) {
            return show(visit, Draft.refused(form, dateInvalid()));
        }
        Set<Function> functions = form.all("functions").stream()
                .flatMap(code -> Function.of(code).stream())
                .collect(Collectors.toSet());
        Outcome<Created> outcome = tokens.create(
                visit.caller(),
                new ApiTokens.NewToken(
                        form.typed("name").strip(), functions, visit.caller().account(), end));
        if (outcome instanceof Outcome.Refused<Created> refused) {
            return show(visit, Draft.refused(form, refused.refusal()));
        }
        Created created = outcome.orElseThrow();
        Frame frame = frames.of(visit, "me", visit.reader().text("tokens.made"));
        return Reply.page(201, out -> JtetokenGenerated.render(out, null, frame, created));
    }

    /** The day counts to its end where the reader is. */
    static Optional<Instant> endOf(Reader reader, String day) {
        try {
            return Optional.of(reader.begin(LocalDate.parse(day).plusDays(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Refusal dateInvalid() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "api-token-invalid", "The token cannot be made like this.")
                .with(List.of(Refusal.detail(
                        "/expiresAt", "value-invalid", "This is missing, too long or not of the right form.")));
    }

    private Reply revoke(Visit visit) {
        ApiToken unused = tokens.revoke(visit.caller(), visit.id("token")).orElseThrow();
        return Reply.seeOther(PATH).with(Cookies.told("told.token-revoked"));
    }

    /**
     * @param functions among which the person may choose
     * @param now tells which have expired
     */
    public record OwnTokens(List<ApiToken> tokens, List<Function> functions, Draft draft, Instant now) {

        public boolean works(ApiToken token) {
            return !token.revoked() && !isExpired(token);
        }

        public boolean isExpired(ApiToken token) {
            return token.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
        }
    }
}
