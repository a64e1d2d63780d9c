package org.torg.portal.office.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Agreement;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.UserId;
import org.torg.api.pricing.CustomerTiers;
import org.torg.api.pricing.CustomerTiers.CustomerTier;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.office.OfficeForm;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.customer.JteagreementGenerated;

/**
 * What a vendor has agreed with a customer: its tier, as a person decides it beside the one that is suggested (L08, L10), its price
 * groups, and who looks after it (L11).
 */
@Component(service = Pages.class)
public final class AgreementPages implements Pages {

    private static final String PATH = CustomerListPages.PATH + "/{account}/agreements/{vendor}";

    private final Accounts accounts;
    private final CustomerTiers tiers;
    private final People people;
    private final Frames frames;

    @Activate
    public AgreementPages(
            @Reference Accounts accounts,
            @Reference CustomerTiers tiers,
            @Reference People people,
            @Reference Frames frames) {
        this.accounts = accounts;
        this.tiers = tiers;
        this.people = people;
        this.frames = frames;
    }

    /**
     * @param tier empty where the vendor has no programme
     * @param staff among whom the one can be chosen who looks after the customer, with their names
     */
    public record Offered(Account account, VendorDescriptor vendor, Optional<CustomerTier> tier, List<Person> staff) {
        public Offered {
            staff = List.copyOf(staff);
        }
    }

    public record Person(UserId user, String name) {}

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.ACCOUNT_MANAGE, this::show),
                OfficeRoutes.post(PATH, Function.ACCOUNT_MANAGE, this::agree));
    }

    private Offered offered(Visit visit) {
        Account account =
                accounts.get(visit.caller(), new AccountId(visit.id("account"))).orElseThrow();
        VendorDescriptor vendor = visit.vendors(Function.ACCOUNT_MANAGE).stream()
                .filter(one -> one.id().value().equals(visit.part("vendor")))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("vendor")));
        Outcome<List<CustomerTier>> known = tiers.of(visit.caller(), account.id());
        Optional<CustomerTier> tier = known.isDone()
                ? known.orElseThrow().stream()
                        .filter(one -> one.vendor().equals(vendor.id()))
                        .findFirst()
                : Optional.empty();
        return new Offered(account, vendor, tier, staff(visit, account, vendor));
    }

    /** Who looks after it now and oneself; for who manages the staff all of them. */
    private List<Person> staff(Visit visit, Account account, VendorDescriptor vendor) {
        java.util.Map<UserId, String> found = new java.util.LinkedHashMap<>();
        Outcome<List<Accounts.Consultant>> managers = accounts.managers(visit.caller(), account.id());
        if (managers.isDone()) {
            managers.orElseThrow().stream()
                    .filter(one -> one.vendor().equals(vendor.id()))
                    .forEach(one -> found.put(one.user(), one.name()));
        }
        visit.caller()
                .user()
                .ifPresent(self -> found.putIfAbsent(self, visit.reader().text("office.agreement.myself")));
        Outcome<org.torg.api.Page<Member>> team = people.find(
                visit.caller(),
                new People.Team.Staff(Optional.of(vendor.id())),
                new People.Filter(Optional.empty(), Optional.empty(), Optional.of(true)),
                PageRequest.first(PageRequest.MAX));
        if (team.isDone()) {
            team.orElseThrow().items().forEach(member -> found.putIfAbsent(member.user(), member.name()));
        }
        return found.entrySet().stream()
                .map(one -> new Person(one.getKey(), one.getValue()))
                .toList();
    }

    private Reply show(Visit visit) {
        Offered offered = offered(visit);
        Optional<Agreement> agreement =
                accounts.agreements(visit.caller(), offered.account().id()).orElseThrow().stream()
                        .filter(one -> one.vendor().equals(offered.vendor().id()))
                        .findFirst();
        Fields typed = Fields.NONE
                .with("tier", agreement.flatMap(Agreement::tier).orElse(""))
                .with(
                        "groups",
                        agreement.map(Agreement::groups).orElse(Set.of()).stream()
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .with(
                        "manager",
                        agreement.flatMap(Agreement::manager).map(UserId::value).orElse(""));
        return form(visit, offered, OfficeForm.of(typed));
    }

    private Reply form(Visit visit, Offered offered, OfficeForm form) {
        Frame frame = frames.of(
                visit,
                CustomerListPages.SECTION,
                offered.account().name(),
                Optional.of(offered.vendor().id()));
        return Reply.page(form.status(), out -> JteagreementGenerated.render(out, null, frame, offered, form));
    }

    private Reply agree(Visit visit) {
        Offered offered = offered(visit);
        Fields form = visit.form();
        Outcome<Agreement> agreed = accounts.agree(
                visit.caller(),
                visit.key(),
                new Agreement(
                        offered.account().id(),
                        offered.vendor().id(),
                        form.text("tier"),
                        Arrays.stream(form.typed("groups").split("[\\s,;]+"))
                                .filter(group -> !group.isEmpty())
                                .collect(Collectors.toSet()),
                        form.text("manager").map(UserId::new)));
        return agreed instanceof Outcome.Refused<Agreement> refused
                ? form(visit, offered, OfficeForm.refused(form, refused.refusal()))
                : Reply.seeOther(CustomerListPages.path(offered.account())).with(Cookies.told("told.agreed"));
    }
}
