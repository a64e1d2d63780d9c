package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.catalog.Catalog;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quotes;
import org.torg.portal.cart.Baskets;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.quote.JteprojectGenerated;

/** One project list: its lines, the way to the cart, and asking for a quote on it (L14, L17). */
@Component(service = Pages.class)
public final class ProjectListPages implements Pages {

    private final ProjectLists lists;
    private final Quotes quotes;
    private final Catalog catalog;
    private final Accounts accounts;
    private final Baskets baskets;
    private final Frames frames;

    @Activate
    public ProjectListPages(
            @Reference ProjectLists lists,
            @Reference Quotes quotes,
            @Reference Catalog catalog,
            @Reference Accounts accounts,
            @Reference Baskets baskets,
            @Reference Frames frames) {
        this.lists = lists;
        this.quotes = quotes;
        this.catalog = catalog;
        this.accounts = accounts;
        this.baskets = baskets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/projects/{project}", Route.Door.IN_COMPANY, visit -> show(visit, list(visit))),
                Route.post("/projects/{project}/name", Route.Door.IN_COMPANY, this::rename),
                Route.post("/projects/{project}/copy", Route.Door.IN_COMPANY, this::copy),
                Route.post("/projects/{project}/delete", Route.Door.IN_COMPANY, this::delete),
                Route.post("/projects/{project}/lines/{line}", Route.Door.IN_COMPANY, this::change),
                Route.post("/projects/{project}/cart", Route.Door.IN_COMPANY, this::fillCart),
                Route.post("/projects/{project}/quote", Route.Door.IN_COMPANY, this::ask));
    }

    private Reply show(Visit visit, ProjectList list) {
        return show(visit, shown(visit, list, Optional.empty()));
    }

    private Reply show(Visit visit, PlannedList planned) {
        Frame frame = frames.of(
                visit,
                "projects",
                planned.list().name(),
                Optional.of(planned.list().vendor()));
        int status = planned.refusal().map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteprojectGenerated.render(out, null, frame, planned));
    }

    private PlannedList shown(Visit visit, ProjectList list, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Articles articles = Articles.of(
                catalog,
                caller,
                list.vendor(),
                list.lines().stream().map(ProjectList.Line::sku).toList());
        Outcome<Account> account = accounts.current(caller);
        List<DeliveryAddress> addresses =
                account.isDone() ? account.orElseThrow().deliveries() : List.of();
        return new PlannedList(list, articles, addresses, visit.form(), List.of(), refusal);
    }

    private Reply rename(Visit visit) {
        return after(
                visit,
                lists.rename(visit.caller(), visit.key(), id(visit), Optional.empty(), name(visit)),
                "told.project-changed");
    }

    private Reply copy(Visit visit) {
        return after(visit, lists.copy(visit.caller(), visit.key(), id(visit), name(visit)), "told.project-copied");
    }

    /** Of the list that was looked at: what somebody else has written since is not thrown away. */
    private Reply delete(Visit visit) {
        Optional<Long> version =
                visit.form().number("version").stream().mapToObj(Long::valueOf).findFirst();
        Outcome<ProjectListId> deleted = lists.delete(visit.caller(), visit.key(), id(visit), version);
        if (deleted instanceof Outcome.Refused<ProjectListId> refused) {
            return refused(visit, refused.refusal());
        }
        return Reply.seeOther("/projects").with(Cookies.told("told.project-deleted"));
    }

    private Reply change(Visit visit) {
        int quantity = visit.form().number("quantity").orElse(-1);
        if (!LineId.isValid(visit.part("line"))) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        return after(
                visit,
                lists.change(
                        visit.caller(),
                        visit.key(),
                        id(visit),
                        Optional.empty(),
                        new LineId(visit.part("line")),
                        quantity,
                        Optional.empty(),
                        visit.form().text("note")),
                "told.project-changed");
    }

    private Reply fillCart(Visit visit) {
        ProjectList list = list(visit);
        Outcome<ProjectLists.CartFilled> filled = lists.fillCart(
                visit.caller(),
                visit.key(),
                list.id(),
                List.of(),
                Optional.of(baskets.current(visit.caller(), list.vendor())));
        if (filled instanceof Outcome.Refused<ProjectLists.CartFilled> refused) {
            return refused(visit, refused.refusal());
        }
        List<ProjectLists.Carried> carried = filled.orElseThrow().lines();
        return PlannedList.isWorthTelling(carried)
                ? show(visit, shown(visit, list, Optional.empty()).with(carried))
                : Reply.seeOther("/cart").with(Cookies.told("told.added"));
    }

    private Reply ask(Visit visit) {
        Optional<Destination> destination = shown(visit, list(visit), Optional.empty()).addresses().stream()
                .filter(entry -> entry.id().value().equals(visit.form().typed("address")))
                .map(DeliveryAddress::address)
                .map(place -> new Destination(place.country(), place.postcode(), Destination.Kind.BUSINESS))
                .findFirst();
        Outcome<Quote> asked = quotes.request(
                visit.caller(),
                visit.key(),
                id(visit),
                destination,
                visit.form().text("message"));
        if (asked instanceof Outcome.Refused<Quote> refused) {
            return refused(visit, refused.refusal());
        }
        return Reply.seeOther("/quotes/" + asked.orElseThrow().id().value()).with(Cookies.told("told.quote-asked"));
    }

    private Reply after(Visit visit, Outcome<ProjectList> outcome, String told) {
        if (outcome instanceof Outcome.Refused<ProjectList> refused) {
            return refused(visit, refused.refusal());
        }
        return Reply.seeOther(ProjectPages.at(outcome.orElseThrow())).with(Cookies.told(told));
    }

    private Reply refused(Visit visit, Refusal refusal) {
        return show(visit, shown(visit, list(visit), Optional.of(refusal)));
    }

    private ProjectList list(Visit visit) {
        return lists.get(visit.caller(), id(visit)).orElseThrow();
    }

    private static ProjectListId id(Visit visit) {
        return new ProjectListId(visit.id("project"));
    }

    private static String name(Visit visit) {
        return visit.form().typed("name").strip();
    }
}
