package org.torg.portal.office.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.AddressId;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
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
import org.torg.portal.template.office.customer.JteeditGenerated;
import org.torg.portal.template.office.customer.JteentryGenerated;
import org.torg.portal.template.office.customer.JtelocationGenerated;

/** Changes a customer's details, address book and locations (D38, H16). */
@Component(service = Pages.class)
public final class CustomerEditPages implements Pages {

    private static final String PATH = CustomerListPages.PATH + "/{account}";
    private static final Function NEEDED = Function.ACCOUNT_MANAGE;

    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public CustomerEditPages(@Reference Accounts accounts, @Reference Frames frames) {
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(
                        PATH + "/edit",
                        NEEDED,
                        visit -> details(visit, OfficeForm.of(AccountFields.fill(account(visit))))),
                OfficeRoutes.post(PATH + "/edit", NEEDED, this::edit),
                OfficeRoutes.get(PATH + "/addresses/{address}", NEEDED, this::showEntry),
                OfficeRoutes.post(PATH + "/addresses/{address}", NEEDED, this::putEntry),
                OfficeRoutes.get(PATH + "/locations/{location}", NEEDED, this::showLocation),
                OfficeRoutes.post(PATH + "/locations/{location}", NEEDED, this::putLocation));
    }

    private Account account(Visit visit) {
        return accounts.get(visit.caller(), new AccountId(visit.id("account"))).orElseThrow();
    }

    private Reply details(Visit visit, OfficeForm form) {
        Account account = account(visit);
        Frame frame = frames.of(visit, CustomerListPages.SECTION, account.name());
        return Reply.page(form.status(), out -> JteeditGenerated.render(out, null, frame, account, form));
    }

    private Reply edit(Visit visit) {
        Account before = account(visit);
        Outcome<Account> edited = accounts.edit(
                visit.caller(),
                visit.key(),
                before.id(),
                visit.form().version(),
                AccountFields.details(visit.form(), before));
        return edited instanceof Outcome.Refused<Account> refused
                ? details(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : changed(before);
    }

    private static Reply changed(Account account) {
        return Reply.seeOther(CustomerListPages.path(account)).with(Cookies.told("told.customer-changed"));
    }

    private Reply showEntry(Visit visit) {
        Account account = account(visit);
        Fields typed = entry(visit, account)
                .map(entry -> AccountFields.fill(entry, account.deliveries().indexOf(entry) == 0, account.version()))
                .orElseGet(() -> Fields.NONE
                        .with("address-name", account.name())
                        .with("address-country", account.country())
                        .with(Fields.VERSION, Long.toString(account.version())));
        return entry(visit, OfficeForm.of(typed));
    }

    /** The one that is meant; empty for a new one. */
    private static Optional<DeliveryAddress> entry(Visit visit, Account account) {
        if (visit.part("address").equals("new")) {
            return Optional.empty();
        }
        String id = visit.id("address");
        return Optional.of(account.deliveries().stream()
                .filter(entry -> entry.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("address"))));
    }

    private Reply entry(Visit visit, OfficeForm form) {
        Account account = account(visit);
        List<Location> locations =
                accounts.locations(visit.caller(), account.id()).orElseThrow();
        boolean fresh = visit.part("address").equals("new");
        Frame frame = frames.of(visit, CustomerListPages.SECTION, account.name());
        return Reply.page(
                form.status(), out -> JteentryGenerated.render(out, null, frame, account, locations, form, fresh));
    }

    private Reply putEntry(Visit visit) {
        Account account = account(visit);
        Optional<AddressId> id = entry(visit, account).map(DeliveryAddress::id);
        Outcome<Account> done = id.isPresent() && visit.form().has("remove")
                ? accounts.removeAddress(
                        visit.caller(), visit.key(), account.id(), visit.form().version(), id.get())
                : accounts.putAddress(
                        visit.caller(),
                        visit.key(),
                        account.id(),
                        visit.form().version(),
                        id,
                        AccountFields.entry(visit.form()));
        return done instanceof Outcome.Refused<Account> refused
                ? entry(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : changed(account);
    }

    private Optional<Location> location(Visit visit, Account account) {
        if (visit.part("location").equals("new")) {
            return Optional.empty();
        }
        String id = visit.id("location");
        return Optional.of(accounts.locations(visit.caller(), account.id()).orElseThrow().stream()
                .filter(location -> location.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("location"))));
    }

    private Reply showLocation(Visit visit) {
        Account account = account(visit);
        Fields typed = location(visit, account)
                .map(AccountFields::fill)
                .orElseGet(() -> Fields.NONE.with("address-country", account.country()));
        return location(visit, OfficeForm.of(typed));
    }

    private Reply location(Visit visit, OfficeForm form) {
        Account account = account(visit);
        boolean fresh = visit.part("location").equals("new");
        Frame frame = frames.of(visit, CustomerListPages.SECTION, account.name());
        return Reply.page(form.status(), out -> JtelocationGenerated.render(out, null, frame, account, form, fresh));
    }

    private Reply putLocation(Visit visit) {
        Account account = account(visit);
        Optional<Location> before = location(visit, account);
        Accounts.NewLocation details = AccountFields.location(
                visit.form(),
                before.isEmpty() || visit.form().has("active"),
                before.map(Location::externalIds).orElse(List.of()));
        Outcome<Location> done = before.isPresent()
                ? accounts.editLocation(
                        visit.caller(),
                        visit.key(),
                        account.id(),
                        before.get().id(),
                        visit.form().version(),
                        details)
                : accounts.addLocation(visit.caller(), visit.key(), account.id(), details);
        return done instanceof Outcome.Refused<Location> refused
                ? location(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : changed(account);
    }
}
