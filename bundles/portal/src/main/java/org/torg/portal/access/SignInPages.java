package org.torg.portal.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.SignInForm;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.JteresumeGenerated;
import org.torg.portal.template.JtesigninGenerated;

/** Signing in and out (H03, D06: a wrong e-mail and a wrong password are told alike). */
@Component(service = Pages.class)
public final class SignInPages implements Pages {

    private final Sessions sessions;
    private final Frames frames;

    @Activate
    public SignInPages(@Reference Sessions sessions, @Reference Frames frames) {
        this.sessions = sessions;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/sign-in", Route.Door.ANYBODY, this::form),
                Route.post("/sign-in", Route.Door.ANYBODY, this::signIn),
                Route.post("/sign-in/code", Route.Door.ANYBODY, this::complete),
                Route.post("/sign-out", Route.Door.ANYBODY, this::signOut),
                Route.get("/language/{code}", Route.Door.ANYBODY, SignInPages::language));
    }

    private Reply form(Visit visit) {
        if (visit.caller().isSignedIn()) {
            return Reply.seeOther(to(visit.query()));
        }
        return show(visit, 200, SignInForm.empty(to(visit.query())));
    }

    private Reply signIn(Visit visit) {
        Fields form = visit.form();
        String email = form.typed("email").strip();
        SignInForm asked = new SignInForm(email, to(form), Optional.empty(), false, resumed(form));
        Caller stranger = Caller.stranger(
                Caller.Channel.PORTAL,
                visit.caller().requestId(),
                visit.reader().locale());
        char[] password = form.typed("password").toCharArray();
        Outcome<Sessions.SignedIn> outcome =
                sessions.signIn(stranger, email, password, Optional.empty(), visit.address(), visit.device());
        return answer(visit, asked, outcome);
    }

    private Reply complete(Visit visit) {
        Fields form = visit.form();
        SignInForm asked = new SignInForm("", to(form), Optional.empty(), true, resumed(form));
        if (visit.token().isEmpty()) {
            return show(visit, 401, new SignInForm("", to(form), Optional.empty(), false, resumed(form)));
        }
        String code = form.typed("code").replaceAll("\\s", "");
        return answer(
                visit, asked, sessions.complete(visit.caller(), visit.token().get(), code));
    }

    private Reply answer(Visit visit, SignInForm asked, Outcome<Sessions.SignedIn> outcome) {
        if (outcome instanceof Outcome.Refused<Sessions.SignedIn> refused) {
            Refusal refusal = refused.refusal();
            return show(
                    visit,
                    Statuses.of(refusal.kind()),
                    asked.refused(asked.email(), visit.reader().of(refusal)));
        }
        Sessions.SignedIn signedIn = outcome.orElseThrow();
        return after(visit.in(signedIn.token()), asked, signedIn).with(Cookies.session(signedIn.token()));
    }

    private Reply after(Visit visit, SignInForm asked, Sessions.SignedIn signedIn) {
        return switch (signedIn.stage()) {
            case COMPLETE -> asked.isResumed() ? resume(visit, asked) : Reply.seeOther(asked.to());
            case SECOND_FACTOR_NEEDED ->
                show(visit, 200, new SignInForm("", asked.to(), Optional.empty(), true, asked.resume()));
            case SECOND_FACTOR_MISSING -> Reply.seeOther("/second-factor");
        };
    }

    /** What was sent without a session is shown to be sent again, by a button: nobody orders unseen. */
    private Reply resume(Visit visit, SignInForm asked) {
        Frame frame = frames.bare(visit, visit.reader().text("resume.title"));
        return Reply.page(out -> JteresumeGenerated.render(out, null, frame, asked.to(), asked.resume()));
    }

    private Reply signOut(Visit visit) {
        visit.token().ifPresent(token -> sessions.signOut(visit.caller(), token));
        return Reply.seeOther("/sign-in").with(Cookies.noSession()).with(Cookies.told("told.signed-out"));
    }

    private static Reply language(Visit visit) {
        String code = visit.part("code");
        Reply back = Reply.seeOther(to(visit.query()));
        return Reader.languages().contains(code) ? back.with(Cookies.language(code)) : back;
    }

    private static String to(Fields fields) {
        return fields.text("to").filter(Paths::isOurs).orElse("/");
    }

    /** The form that waits, under its own names. */
    private static Fields resumed(Fields form) {
        Map<String, List<String>> resumed = new LinkedHashMap<>();
        form.byName().forEach((name, values) -> {
            if (name.startsWith(SignInForm.RESUMED)) {
                resumed.put(name.substring(SignInForm.RESUMED.length()), values);
            }
        });
        return new Fields(resumed);
    }

    private Reply show(Visit visit, int status, SignInForm form) {
        Frame frame = frames.bare(visit, visit.reader().text("sign-in.title"));
        return Reply.page(status, out -> JtesigninGenerated.render(out, null, frame, form));
    }
}
