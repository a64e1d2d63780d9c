package org.torg.portal.office.request;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.Registrations;
import org.torg.api.account.UserId;
import org.torg.portal.office.OfficeForm;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.office.request.RequestRecord.Found;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.request.JtelistGenerated;
import org.torg.portal.template.office.request.JteregistrationsGenerated;
import org.torg.portal.template.office.request.JterequestGenerated;

/** What customers and newcomers have asked for, decided with a reason that they are told (D04, D05, H16, L04). */
@Component(service = Pages.class)
public final class RequestPages implements Pages {

    private static final String PATH = "/office/requests";
    private static final String SECTION = "office.requests";
    /** As it stands in the address, in the place of a state. */
    public static final String UNCONFIRMED = "unconfirmed";

    private static final int PER_PAGE = 25;
    private static final int COMPANIES = 5;

    private final CustomerRequests requests;
    private final Accounts accounts;
    private final People people;
    private final Registrations registrations;
    private final Frames frames;

    @Activate
    public RequestPages(
            @Reference CustomerRequests requests,
            @Reference Accounts accounts,
            @Reference People people,
            @Reference Registrations registrations,
            @Reference Frames frames) {
        this.requests = requests;
        this.accounts = accounts;
        this.people = people;
        this.registrations = registrations;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.REQUEST_DECIDE, this::list),
                OfficeRoutes.get(
                        PATH + "/{request}", Function.REQUEST_DECIDE, visit -> show(visit, OfficeForm.of(Fields.NONE))),
                OfficeRoutes.post(PATH + "/{request}", Function.REQUEST_DECIDE, this::decide));
    }

    /** Those that wait stand first; all others are found by their state. */
    private Reply list(Visit visit) {
        Fields asked = visit.query();
        String wanted = asked.text("state").orElse("open");
        if (wanted.equals(UNCONFIRMED)) {
            return unconfirmed(visit);
        }
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst();
        Page<CustomerRequest> page = requests.find(
                        visit.caller(), state, new PageRequest(asked.text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, SECTION, visit.reader().text("menu.office.requests"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, page, state));
    }

    /** Who has registered and not used the link yet: nothing can be decided about them, and they are not lost sight of. */
    private Reply unconfirmed(Visit visit) {
        Page<Registrations.Waiting> page = registrations
                .waiting(visit.caller(), new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, SECTION, visit.reader().text("menu.office.requests"));
        return Reply.page(out -> JteregistrationsGenerated.render(out, null, frame, page));
    }

    private Reply show(Visit visit, OfficeForm form) {
        CustomerRequest request =
                requests.get(visit.caller(), visit.id("request")).orElseThrow();
        Optional<Account> account = request.account().flatMap(id -> done(accounts.get(visit.caller(), id)));
        Optional<Member> by = account.flatMap(of -> request.by()
                .flatMap(user -> done(people.get(visit.caller(), new People.Team.OfAccount(of.id()), user))));
        String sought = visit.query().text("text").orElseGet(() -> company(request.content()));
        RequestRecord record = new RequestRecord(request, account, by, sought, found(visit, request, sought), form);
        String kind = visit.reader().text(RequestRecord.title(request.content()));
        Frame frame = frames.of(visit, SECTION, kind, request.vendor());
        return Reply.page(form.status(), out -> JterequestGenerated.render(out, null, frame, record));
    }

    private static String company(Content content) {
        return content instanceof Content.EmailOnFile form ? form.company() : "";
    }

    /** Who could be meant by a form without a login: the people of the companies that are called so. */
    private List<Found> found(Visit visit, CustomerRequest request, String sought) {
        List<Found> found = new ArrayList<>();
        if (!(request.content() instanceof Content.EmailOnFile) || sought.isEmpty()) {
            return found;
        }
        Accounts.Query query = new Accounts.Query(Optional.of(sought), Optional.empty(), Optional.empty());
        People.Filter active = new People.Filter(Optional.empty(), Optional.empty(), Optional.of(true));
        done(accounts.find(visit.caller(), query, PageRequest.first(COMPANIES)))
                .map(Page::items)
                .orElse(List.of())
                .forEach(company -> done(people.find(
                                visit.caller(),
                                new People.Team.OfAccount(company.id()),
                                active,
                                PageRequest.first(PageRequest.MAX)))
                        .map(Page::items)
                        .orElse(List.of())
                        .stream()
                        .filter(member -> member.email().isPresent())
                        .forEach(member -> found.add(new Found(company.name(), member))));
        return found;
    }

    private Reply decide(Visit visit) {
        boolean approve = visit.form().typed("decision").equals("approve");
        Outcome<CustomerRequest> decided = requests.decide(
                visit.caller(),
                visit.key(),
                visit.id("request"),
                visit.form().version(),
                approve,
                visit.form().typed("reason").strip(),
                visit.form().text("person").map(UserId::new));
        return decided instanceof Outcome.Refused<CustomerRequest> refused
                ? show(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : Reply.seeOther(PATH).with(Cookies.told(approve ? "told.request-approved" : "told.request-declined"));
    }

    private static <T> Optional<T> done(Outcome<T> outcome) {
        return outcome.isDone() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }
}
