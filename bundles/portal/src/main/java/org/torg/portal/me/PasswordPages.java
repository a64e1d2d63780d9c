package org.torg.portal.me;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Passwords;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.me.JtepasswordGenerated;

/** Changing the own password (H08, L06): whoever else is signed in with the old one is not any more. */
@Component(service = Pages.class)
public final class PasswordPages implements Pages {

    private static final String PATH = "/me/password";

    private final Passwords passwords;
    private final Frames frames;

    @Activate
    public PasswordPages(@Reference Passwords passwords, @Reference Frames frames) {
        this.passwords = passwords;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.SIGNED_IN, visit -> show(visit, Draft.of(Fields.NONE))),
                Route.post(PATH, Route.Door.SIGNED_IN, this::change));
    }

    private Reply show(Visit visit, Draft draft) {
        Frame frame = frames.of(visit, "me", visit.reader().text("password.title"));
        return Reply.page(draft.status(), out -> JtepasswordGenerated.render(out, null, frame, draft));
    }

    private Reply change(Visit visit) {
        Fields form = visit.form();
        Outcome<Boolean> changed = passwords.change(
                visit.caller(),
                visit.token().orElse(""),
                form.typed("current").toCharArray(),
                form.typed("password").toCharArray(),
                form.has("tokens"));
        return changed instanceof Outcome.Refused<Boolean> refused
                ? show(visit, Draft.refused(form, beside(refused.refusal())))
                : Reply.seeOther(ProfilePages.PATH).with(Cookies.told("told.password"));
    }

    /** Which of the two passwords is meant. */
    private static Refusal beside(Refusal refusal) {
        String field = refusal.code().equals("credentials-wrong") ? "/current" : "/password";
        return refusal.code().startsWith("password-") || field.equals("/current")
                ? refusal.with(List.of(new Refusal.Detail(field, refusal.code(), refusal.message())))
                : refusal;
    }
}
