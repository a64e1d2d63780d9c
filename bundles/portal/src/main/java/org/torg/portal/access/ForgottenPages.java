package org.torg.portal.access;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Passwords;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.access.JteforgottenGenerated;
import org.torg.portal.template.access.JtesentGenerated;

/** For who has forgotten the password (H06): answered alike whether somebody has the e-mail or not, with whom to ask (H07). */
@Component(service = Pages.class)
public final class ForgottenPages implements Pages {

    private final Passwords passwords;
    private final Frames frames;

    @Activate
    public ForgottenPages(@Reference Passwords passwords, @Reference Frames frames) {
        this.passwords = passwords;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/forgotten", Route.Door.ANYBODY, visit -> show(visit, Draft.of(Fields.NONE))),
                Route.post("/forgotten", Route.Door.ANYBODY, this::ask),
                Route.get("/forgotten/sent", Route.Door.ANYBODY, this::sent));
    }

    private Reply show(Visit visit, Draft draft) {
        Frame frame = frames.bare(visit, visit.reader().text("forgotten.title"));
        return Reply.page(draft.status(), out -> JteforgottenGenerated.render(out, null, frame, draft));
    }

    private Reply ask(Visit visit) {
        Outcome<Boolean> asked = passwords.forgotten(
                LinkPages.stranger(visit), visit.form().typed("email").strip(), visit.address());
        return asked instanceof Outcome.Refused<Boolean> refused
                ? show(visit, Draft.refused(visit.form(), refused.refusal()))
                : Reply.seeOther("/forgotten/sent");
    }

    private Reply sent(Visit visit) {
        Frame frame = frames.bare(visit, visit.reader().text("sent.title"));
        return Reply.page(
                out -> JtesentGenerated.render(out, null, frame, visit.reader().text("sent.forgotten")));
    }
}
