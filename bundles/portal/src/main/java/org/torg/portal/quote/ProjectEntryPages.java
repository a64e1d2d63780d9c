package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.quote.JteentryGenerated;

/** Puts an article or a cart onto a project list, from wherever somebody is (L17): one of theirs, or a new one. */
@Component(service = Pages.class)
public final class ProjectEntryPages implements Pages {

    private static final int MOST = 200;
    /** The field that says which list: its id, or this for a new one. */
    public static final String NEW = "new";

    private final ProjectLists lists;
    private final Frames frames;

    @Activate
    public ProjectEntryPages(@Reference ProjectLists lists, @Reference Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/projects/choose", Route.Door.IN_COMPANY, visit -> choose(visit, Optional.empty())),
                Route.post("/projects/lines", Route.Door.IN_COMPANY, this::add));
    }

    private Reply choose(Visit visit, Optional<Refusal> refusal) {
        Optional<VendorId> vendor = ProjectPages.vendor(visit);
        List<ProjectLists.Overview> known = lists.find(visit.caller(), vendor, PageRequest.first(MOST))
                .orElseThrow()
                .items();
        Entry entry = new Entry(known, visit.form().without(Visit.KEY), refusal);
        Frame frame = frames.of(visit, "projects", visit.reader().text("project.add"), vendor);
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteentryGenerated.render(out, null, frame, entry));
    }

    private Reply add(Visit visit) {
        Outcome<ProjectList> added = visit.form().typed("list").equals(NEW)
                ? lists.create(
                                visit.caller(),
                                visit.key(),
                                ProjectPages.vendor(visit),
                                visit.form().typed("name").strip(),
                                lines(visit.form()))
                        .flatMap(list -> fromCart(visit, list))
                : existing(visit);
        if (added instanceof Outcome.Refused<ProjectList> refused) {
            return choose(visit, Optional.of(refused.refusal()));
        }
        String back =
                visit.form().text("to").filter(Paths::isOurs).orElseGet(() -> ProjectPages.at(added.orElseThrow()));
        return Reply.seeOther(back).with(Cookies.told("told.project-added"));
    }

    private Outcome<ProjectList> existing(Visit visit) {
        String id = visit.form().typed("list");
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            return Outcome.refused(Refusal.notFound("project-list"));
        }
        ProjectListId list = new ProjectListId(id);
        if (cart(visit.form()).isPresent()) {
            return lists.get(visit.caller(), list).flatMap(known -> fromCart(visit, known));
        }
        return lists.add(visit.caller(), visit.key(), list, lines(visit.form()));
    }

    /** Nothing more than the list where no cart is meant. */
    private Outcome<ProjectList> fromCart(Visit visit, ProjectList list) {
        // The list was made under the form's key; what follows is a deed of its own, and has one that follows from it.
        Optional<IdempotencyKey> key = visit.key().map(own -> new IdempotencyKey(second(own.value())));
        return cart(visit.form())
                .map(cart -> lists.addFromCart(visit.caller(), key, list.id(), cart, List.of())
                        .map(ProjectLists.ListFilled::list))
                .orElse(Outcome.done(list));
    }

    private static String second(String key) {
        return key.substring(0, Math.min(key.length(), 90)) + ".lines";
    }

    private static Optional<CartId> cart(Fields form) {
        return form.text("cart").filter(id -> id.matches("[A-Za-z0-9_-]{1,64}")).map(CartId::new);
    }

    private static List<ProjectLists.NewLine> lines(Fields form) {
        return form
                .text("sku")
                .map(sku -> new ProjectLists.NewLine(
                        new Sku(sku), form.number("quantity").orElse(0), Optional.empty(), form.text("note")))
                .stream()
                .toList();
    }

    /**
     * @param lists of the vendor, the newest first
     * @param asked what is to be put there; carried in the form
     */
    public record Entry(List<ProjectLists.Overview> lists, Fields asked, Optional<Refusal> refusal) {

        public Entry {
            lists = List.copyOf(lists);
        }

        /** The one that was chosen before it was refused, else the newest. */
        public boolean isChosen(ProjectLists.Overview each) {
            String chosen = asked.typed("list");
            return chosen.isEmpty()
                    ? lists.indexOf(each) == 0
                    : chosen.equals(each.list().id().value());
        }

        public boolean isNew() {
            return lists.isEmpty() || asked.typed("list").equals(NEW);
        }

        /** What goes along unseen. */
        public Fields carried() {
            return asked.without("list", "name");
        }
    }
}
