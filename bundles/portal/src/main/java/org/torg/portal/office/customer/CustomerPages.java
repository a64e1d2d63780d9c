package org.torg.portal.office.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Team;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditTrail;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.Orders;
import org.torg.api.pricing.CustomerTiers;
import org.torg.api.pricing.CustomerTiers.CustomerTier;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.office.customer.CustomerRecord.Deal;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.customer.JtecustomerGenerated;

/** A customer as staff see it, and the way into its portal in the name of one of its people. */
@Component(service = Pages.class)
public final class CustomerPages implements Pages {

    private static final String PATH = CustomerListPages.PATH + "/{account}";
    private static final int LATEST = 8;

    private final Accounts accounts;
    private final People people;
    private final CustomerTiers tiers;
    private final Orders orders;
    private final AuditTrail trail;
    private final Sessions sessions;
    private final Frames frames;

    @Activate
    public CustomerPages(
            @Reference Accounts accounts,
            @Reference People people,
            @Reference CustomerTiers tiers,
            @Reference Orders orders,
            @Reference AuditTrail trail,
            @Reference Sessions sessions,
            @Reference Frames frames) {
        this.accounts = accounts;
        this.people = people;
        this.tiers = tiers;
        this.orders = orders;
        this.trail = trail;
        this.sessions = sessions;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.ACCOUNT_READ, this::show),
                OfficeRoutes.post(PATH + "/act", Function.ACT_FOR, this::act));
    }

    private Reply show(Visit visit) {
        Caller caller = visit.caller();
        Account account =
                accounts.get(caller, new AccountId(visit.id("account"))).orElseThrow();
        Team team = new Team.OfAccount(account.id());
        PageRequest all = PageRequest.first(PageRequest.MAX);
        PageRequest latest = PageRequest.first(LATEST);
        CustomerRecord customer = new CustomerRecord(
                account,
                accounts.warnings(account),
                all(accounts.locations(caller, account.id())),
                items(people.find(
                        caller, team, new People.Filter(Optional.empty(), Optional.empty(), Optional.empty()), all)),
                items(people.invitations(caller, team, all)),
                deals(visit, account.id()),
                items(orders.find(
                        caller, new OrderQuery(Optional.empty(), Optional.of(account.id()), Optional.empty(), latest))),
                items(trail.named(
                        caller,
                        new AuditTrail.Query(Optional.empty(), Optional.of(account.id()), Optional.empty()),
                        latest)),
                visit.staffFunctions());
        Frame frame = frames.of(visit, CustomerListPages.SECTION, account.name());
        return Reply.page(out -> JtecustomerGenerated.render(out, null, frame, customer));
    }

    private List<Deal> deals(Visit visit, AccountId account) {
        List<Agreement> agreements = all(accounts.agreements(visit.caller(), account));
        List<Consultant> managers = all(accounts.managers(visit.caller(), account));
        List<CustomerTier> known = all(tiers.of(visit.caller(), account));
        List<VendorDescriptor> ours = visit.vendors(Function.ACCOUNT_MANAGE);
        return visit.vendors(Function.ACCOUNT_READ).stream()
                .map(vendor -> new Deal(
                        vendor,
                        agreements.stream()
                                .filter(one -> one.vendor().equals(vendor.id()))
                                .findFirst(),
                        known.stream()
                                .filter(one -> one.vendor().equals(vendor.id()))
                                .findFirst(),
                        managers.stream()
                                .filter(one -> one.vendor().equals(vendor.id()))
                                .findFirst(),
                        ours.contains(vendor)))
                .toList();
    }

    /** From now on the customer's portal is shown, with a banner. */
    private Reply act(Visit visit) {
        sessions.choose(
                        visit.caller(),
                        visit.token().orElse(""),
                        new Sessions.Choice(
                                Optional.of(new AccountId(visit.id("account"))),
                                Optional.empty(),
                                visit.form().text("person").map(UserId::new)))
                .orElseThrow();
        return Reply.seeOther("/");
    }

    /** Nothing, where somebody has no right to it: the part is left out then. */
    private static <T> List<T> items(Outcome<Page<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow().items() : List.of();
    }

    private static <T> List<T> all(Outcome<List<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow() : List.of();
    }
}
