package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists;
import org.torg.api.vendor.VendorId;
import org.torg.portal.order.LastVendor;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.quote.JteprojectsGenerated;

/** The project lists of the company, and new ones (L13, L18). */
@Component(service = Pages.class)
public final class ProjectPages implements Pages {

    private static final int PER_PAGE = 25;

    private final ProjectLists lists;
    private final LastVendor last;
    private final Frames frames;

    @Activate
    public ProjectPages(@Reference ProjectLists lists, @Reference LastVendor last, @Reference Frames frames) {
        this.lists = lists;
        this.last = last;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/projects", Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post("/projects", Route.Door.IN_COMPANY, this::create));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        Page<ProjectLists.Overview> page = lists.find(
                        visit.caller(),
                        Optional.empty(),
                        new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Projects projects = new Projects(page, typed(visit), refusal);
        Frame frame = frames.of(visit, "projects", visit.reader().text("menu.projects"));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteprojectsGenerated.render(out, null, frame, projects));
    }

    /** What was refused; a new form begins with the vendor from whom the company bought last. */
    private Fields typed(Visit visit) {
        return visit.method() == Route.Method.GET
                ? last.of(visit)
                        .map(id -> visit.form().with("vendor", id.value()))
                        .orElse(visit.form())
                : visit.form();
    }

    private Reply create(Visit visit) {
        Outcome<ProjectList> created = lists.create(
                visit.caller(),
                visit.key(),
                vendor(visit),
                visit.form().typed("name").strip());
        if (created instanceof Outcome.Refused<ProjectList> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther(at(created.orElseThrow())).with(Cookies.told("told.project-new"));
    }

    /** The one that was chosen, or the only one. */
    static Optional<VendorId> vendor(Visit visit) {
        return visit.form()
                .text("vendor")
                .filter(id -> id.matches("[a-z0-9-]{1,40}"))
                .map(VendorId::new);
    }

    static String at(ProjectList list) {
        return "/projects/" + list.id().value();
    }

    /** @param typed what stands in the fields of a new one */
    public record Projects(Page<ProjectLists.Overview> page, Fields typed, Optional<Refusal> refusal) {}
}
