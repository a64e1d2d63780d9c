package org.torg.portal.company;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
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
import org.torg.portal.template.company.JtedetailsGenerated;

/** Changing what a company says of itself (L01, L05, L30): at once, for what comes. */
@Component(service = Pages.class)
public final class DetailsPages implements Pages {

    private static final String PATH = "/company/details";

    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public DetailsPages(@Reference Accounts accounts, @Reference Frames frames) {
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, this::form),
                Route.post(PATH, Route.Door.IN_COMPANY, this::edit));
    }

    private Reply form(Visit visit) {
        Ours.require(visit, Function.ACCOUNT_EDIT);
        return show(visit, draft(account(visit)));
    }

    private Account account(Visit visit) {
        return accounts.current(visit.caller()).orElseThrow();
    }

    private Reply show(Visit visit, Draft draft) {
        CompanyForm form = new CompanyForm(account(visit), addresses(visit), draft);
        Frame frame = frames.of(visit, "company", visit.reader().text("company.details"));
        return Reply.page(draft.status(), out -> JtedetailsGenerated.render(out, null, frame, form));
    }

    private Addresses addresses(Visit visit) {
        return accounts.addressPolicy(visit.caller(), Ours.id(visit)).orElseThrow();
    }

    private static Draft draft(Account account) {
        return Draft.of(AddressFields.fill(Fields.NONE, "billing.", account.billing())
                .with("name", account.name())
                .with("language", account.language())
                .with("invoiceEmails", String.join("\n", account.invoiceEmails()))
                .with("phone", account.phone().orElse(""))
                .with(Fields.VERSION, Long.toString(account.version())));
    }

    private Reply edit(Visit visit) {
        Fields form = visit.form();
        Account account = account(visit);
        boolean own = addresses(visit) == Addresses.AT_ONCE;
        Accounts.Details details = new Accounts.Details(
                form.typed("name").strip(),
                account.organisationNumber(),
                form.typed("language"),
                own ? AddressFields.read(form, "billing.") : account.billing(),
                form.listed("invoiceEmails"),
                form.text("phone"),
                account.preferences(),
                account.externalIds());
        Outcome<Account> edited = accounts.edit(visit.caller(), visit.key(), account.id(), form.version(), details);
        return edited instanceof Outcome.Refused<Account> refused
                ? show(visit, Draft.refused(form, refused.refusal()))
                : Reply.seeOther(CompanyPages.PATH).with(Cookies.told("told.company"));
    }

    /** @param policy whether the billing address is the company's own to change */
    public record CompanyForm(Account account, Addresses policy, Draft draft) {
        public boolean ownAddresses() {
            return policy == Addresses.AT_ONCE;
        }
    }
}
