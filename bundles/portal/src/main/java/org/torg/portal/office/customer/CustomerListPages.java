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
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.OfficeForm;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.customer.JtelistGenerated;
import org.torg.portal.template.office.customer.JteopenGenerated;

/** Finds customers, and opens accounts for new ones (D03). */
@Component(service = Pages.class)
public final class CustomerListPages implements Pages {

    static final String SECTION = "office.customers";
    static final String PATH = "/office/customers";
    private static final int PER_PAGE = 25;

    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public CustomerListPages(@Reference Accounts accounts, @Reference Frames frames) {
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.ACCOUNT_READ, this::list),
                OfficeRoutes.post(PATH, Function.ACCOUNT_READ, this::search),
                OfficeRoutes.get(PATH + "/new", Function.ACCOUNT_MANAGE, this::blank),
                OfficeRoutes.post(PATH + "/new", Function.ACCOUNT_MANAGE, this::open));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        Accounts.Query query = new Accounts.Query(
                asked.text("text"),
                asked.text("vendor")
                        .filter(id -> id.matches("[a-z][a-z0-9-]{0,39}"))
                        .map(VendorId::new),
                asked.text("mine").flatMap(mine -> visit.caller().user()));
        return show(
                visit,
                asked,
                accounts.find(visit.caller(), query, new PageRequest(asked.text("after"), PER_PAGE))
                        .orElseThrow());
    }

    /** An e-mail is a person's and stands in no address: such a search is answered at once. */
    private Reply search(Visit visit) {
        Fields asked = visit.form().without(Visit.KEY);
        Optional<String> email = asked.text("text").filter(text -> text.indexOf('@') >= 0);
        if (email.isEmpty()) {
            return Reply.seeOther(PATH + "?" + Paths.query(asked));
        }
        List<Accounts.Summary> found =
                accounts.ofPerson(visit.caller(), email.get()).orElseThrow();
        return show(visit, Fields.NONE.with("text", email.get()), new Page<>(found, Optional.empty()));
    }

    private Reply show(Visit visit, Fields asked, Page<Accounts.Summary> page) {
        Frame frame = frames.of(visit, SECTION, visit.reader().text("menu.office.customers"));
        boolean opens = visit.staffFunctions().contains(Function.ACCOUNT_MANAGE);
        return Reply.page(out ->
                JtelistGenerated.render(out, null, frame, page, asked, visit.vendors(Function.ACCOUNT_READ), opens));
    }

    private Reply blank(Visit visit) {
        String country = visit.vendors(Function.ACCOUNT_MANAGE).stream()
                .findFirst()
                .map(vendor -> vendor.seller().address().country())
                .orElse("NO");
        return form(
                visit,
                OfficeForm.of(Fields.NONE.with("billing-country", country).with("language", "nb")));
    }

    private Reply form(Visit visit, OfficeForm form) {
        Frame frame = frames.of(visit, SECTION, visit.reader().text("office.customer.open"));
        return Reply.page(form.status(), out -> JteopenGenerated.render(out, null, frame, form));
    }

    private Reply open(Visit visit) {
        Account asked = AccountFields.opened(visit.form());
        Outcome<Account> opened = accounts.open(visit.caller(), visit.key(), asked);
        if (opened instanceof Outcome.Refused<Account> refused) {
            return form(visit, OfficeForm.refused(visit.form(), refused.refusal()));
        }
        Account account = opened.orElseThrow();
        // The kernel answers with the account that has this number already.
        boolean there = account.version() > 1 || !account.name().equals(asked.name());
        return Reply.seeOther(path(account)).with(Cookies.told(there ? "told.customer-there" : "told.customer-opened"));
    }

    static String path(Account account) {
        return PATH + "/" + account.id().value();
    }
}
