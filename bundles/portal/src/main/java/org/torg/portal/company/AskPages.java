package org.torg.portal.company;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.Function;
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
import org.torg.portal.template.company.JtecorrectionGenerated;
import org.torg.portal.template.company.JtelocationGenerated;

/** What a company asks its vendors for: a new location (H16), and that what they know of it is put right (D04). */
@Component(service = Pages.class)
public final class AskPages implements Pages {

    private static final String LOCATION = "/company/ask/location";
    private static final String CORRECTION = "/company/ask/correction";

    private final CustomerRequests requests;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public AskPages(@Reference CustomerRequests requests, @Reference Accounts accounts, @Reference Frames frames) {
        this.requests = requests;
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(LOCATION, Route.Door.IN_COMPANY, this::location),
                Route.post(LOCATION, Route.Door.IN_COMPANY, this::askForLocation),
                Route.get(CORRECTION, Route.Door.IN_COMPANY, visit -> correction(visit, Draft.of(Fields.NONE))),
                Route.post(CORRECTION, Route.Door.IN_COMPANY, this::askForCorrection));
    }

    private Reply location(Visit visit) {
        Ours.require(visit, Function.ACCOUNT_EDIT);
        Account account = accounts.current(visit.caller()).orElseThrow();
        return location(visit, Draft.of(Fields.NONE.with("address.country", account.country())));
    }

    private Reply location(Visit visit, Draft draft) {
        Frame frame = frames.of(visit, "company", visit.reader().text("company.locations.ask"));
        return Reply.page(draft.status(), out -> JtelocationGenerated.render(out, null, frame, draft));
    }

    private Reply askForLocation(Visit visit) {
        Fields form = visit.form();
        String name = form.typed("name").strip();
        Outcome<CustomerRequest> asked = requests.ask(
                visit.caller(),
                visit.key(),
                new Content.NewLocation(
                        name,
                        AddressFields.read(form.with("address.name", name), "address."),
                        form.text("phone"),
                        form.typed("note")));
        return asked instanceof Outcome.Refused<CustomerRequest> refused
                ? location(visit, Draft.refused(form, refused.refusal()))
                : done();
    }

    private Reply correction(Visit visit, Draft draft) {
        Frame frame = frames.of(visit, "company", visit.reader().text("company.wrong"));
        return Reply.page(draft.status(), out -> JtecorrectionGenerated.render(out, null, frame, draft));
    }

    private Reply askForCorrection(Visit visit) {
        Outcome<CustomerRequest> asked = requests.ask(
                visit.caller(),
                visit.key(),
                new Content.Correction(visit.form().typed("text").strip()));
        return asked instanceof Outcome.Refused<CustomerRequest> refused
                ? correction(visit, Draft.refused(visit.form(), refused.refusal()))
                : done();
    }

    private static Reply done() {
        return Reply.seeOther(CompanyPages.PATH).with(Cookies.told("told.asked"));
    }
}
