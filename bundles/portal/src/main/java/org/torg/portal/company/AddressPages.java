package org.torg.portal.company;

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
import org.torg.api.account.AddressId;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.portal.page.AddressFields;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.company.JteaddressGenerated;

/** Entries of the address book (L02): new ones, changed ones, and those that go. */
@Component(service = Pages.class)
public final class AddressPages implements Pages {

    private static final String PATH = "/company/addresses/";

    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public AddressPages(@Reference Accounts accounts, @Reference Frames frames) {
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH + "new", Route.Door.IN_COMPANY, this::begin),
                Route.post(PATH + "new", Route.Door.IN_COMPANY, visit -> put(visit, Optional.empty())),
                Route.get(PATH + "{address}", Route.Door.IN_COMPANY, this::open),
                Route.post(PATH + "{address}", Route.Door.IN_COMPANY, visit -> put(visit, Optional.of(id(visit)))),
                Route.post(PATH + "{address}/remove", Route.Door.IN_COMPANY, this::remove));
    }

    private static AddressId id(Visit visit) {
        return new AddressId(visit.id("address"));
    }

    private Account account(Visit visit) {
        return accounts.current(visit.caller()).orElseThrow();
    }

    /** Whose the addresses are is told before a form is filled in. */
    private Account changeable(Visit visit) {
        Account account = account(visit);
        if (accounts.addressPolicy(visit.caller(), account.id()).orElseThrow() != Addresses.AT_ONCE) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.FORBIDDEN, "address-by-vendor", "Only the vendor changes addresses. Contact it."));
        }
        return account;
    }

    private Reply begin(Visit visit) {
        Account account = changeable(visit);
        Fields empty = Fields.NONE
                .with("address.country", account.country())
                .with("address.name", account.name())
                .with(
                        "location",
                        visit.caller().location().map(LocationId::value).orElse(""))
                .with(Fields.VERSION, Long.toString(account.version()));
        return show(visit, account, Optional.empty(), Draft.of(empty));
    }

    private Reply open(Visit visit) {
        Account account = changeable(visit);
        DeliveryAddress entry = account.deliveries().stream()
                .filter(each -> each.id().equals(id(visit)))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("address")));
        Fields fields = AddressFields.fill(Fields.NONE, "address.", entry.address())
                .with("label", entry.label())
                .with("location", entry.location().map(LocationId::value).orElse(""))
                .with(Fields.VERSION, Long.toString(account.version()));
        boolean first = entry.equals(account.deliveries().get(0));
        return show(visit, account, Optional.of(entry.id()), Draft.of(first ? fields.with("default", "1") : fields));
    }

    private Reply show(Visit visit, Account account, Optional<AddressId> entry, Draft draft) {
        List<Location> locations = Ours.orNothing(accounts.locations(visit.caller(), account.id())).stream()
                .filter(location -> Ours.may(visit.caller(), Function.ACCOUNT_EDIT, Optional.of(location.id())))
                .toList();
        Entry form = new Entry(entry, locations, Ours.may(visit.caller(), Function.ACCOUNT_EDIT), draft);
        Frame frame = frames.of(visit, "company", visit.reader().text("company.address"));
        return Reply.page(draft.status(), out -> JteaddressGenerated.render(out, null, frame, form));
    }

    private Reply put(Visit visit, Optional<AddressId> entry) {
        Fields form = visit.form();
        Outcome<Account> put = accounts.putAddress(
                visit.caller(),
                visit.key(),
                Ours.id(visit),
                form.version(),
                entry,
                new Accounts.NewAddress(
                        form.typed("label").strip(),
                        AddressFields.read(form, "address."),
                        form.text("location").map(LocationId::new),
                        form.has("default")));
        return after(visit, entry, put, "told.address");
    }

    private Reply remove(Visit visit) {
        Outcome<Account> removed = accounts.removeAddress(
                visit.caller(), visit.key(), Ours.id(visit), visit.form().version(), id(visit));
        return after(visit, Optional.of(id(visit)), removed, "told.address-removed");
    }

    private Reply after(Visit visit, Optional<AddressId> entry, Outcome<Account> outcome, String told) {
        return outcome instanceof Outcome.Refused<Account> refused
                ? show(visit, account(visit), entry, Draft.refused(visit.form(), refused.refusal()))
                : Reply.seeOther(CompanyPages.PATH).with(Cookies.told(told));
    }

    /**
     * @param id of the one that is changed; empty for a new one
     * @param locations those of which it can be an entry
     * @param whole whether it can be one of the company as a whole, and the default
     */
    public record Entry(Optional<AddressId> id, List<Location> locations, boolean whole, Draft draft) {
        public String path() {
            return PATH + id.map(AddressId::value).orElse("new");
        }
    }
}
