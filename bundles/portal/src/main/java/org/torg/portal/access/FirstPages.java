package org.torg.portal.access;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.UserId;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.access.JtefirstGenerated;

/** Where the first administrator begins, by the link that the first start of a tenant writes. */
@Component(service = Pages.class)
public final class FirstPages implements Pages {

    private final FirstAdministrator first;
    private final Frames frames;

    @Activate
    public FirstPages(@Reference FirstAdministrator first, @Reference Frames frames) {
        this.first = first;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/first", Route.Door.ANYBODY, visit -> show(visit, Draft.of(Fields.NONE))),
                Route.post("/first", Route.Door.ANYBODY, this::claim));
    }

    private Reply claim(Visit visit) {
        Fields form = visit.form().with("secret", LinkPages.secret(visit.form()));
        Outcome<UserId> claimed = first.claim(
                LinkPages.stranger(visit),
                form.typed("secret"),
                form.typed("email").strip(),
                form.typed("name").strip(),
                form.typed("password").toCharArray(),
                visit.address());
        return claimed instanceof Outcome.Refused<UserId> refused
                ? show(visit, Draft.refused(form, refused.refusal()))
                : Reply.seeOther("/sign-in").with(Cookies.told("told.link-first"));
    }

    private Reply show(Visit visit, Draft draft) {
        Frame frame = frames.bare(visit, visit.reader().text("first.title"));
        return Reply.page(draft.status(), out -> JtefirstGenerated.render(out, null, frame, draft));
    }
}
