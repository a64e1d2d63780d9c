package org.torg.portal.office.customer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.json.TorgJson;
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
import org.torg.portal.template.office.customer.JtedataGenerated;

/** What is kept about a person of a customer: handed out as a file, and erased after the name was typed (L04). */
@Component(service = Pages.class)
public final class PersonalDataPages implements Pages {

    private static final String PATH = CustomerListPages.PATH + "/{account}/people/{person}/data";

    private final Accounts accounts;
    private final People people;
    private final Privacy privacy;
    private final Frames frames;
    private final ObjectWriter json = TorgJson.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writerWithDefaultPrettyPrinter();

    @Activate
    public PersonalDataPages(
            @Reference Accounts accounts,
            @Reference People people,
            @Reference Privacy privacy,
            @Reference Frames frames) {
        this.accounts = accounts;
        this.people = people;
        this.privacy = privacy;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.PERSONAL_DATA, visit -> show(visit, OfficeForm.of(Fields.NONE))),
                OfficeRoutes.post(PATH + "/export", Function.PERSONAL_DATA, this::export),
                OfficeRoutes.post(PATH + "/erase", Function.PERSONAL_DATA, this::erase));
    }

    private Account account(Visit visit) {
        return accounts.get(visit.caller(), new AccountId(visit.id("account"))).orElseThrow();
    }

    private Member member(Visit visit) {
        return people.get(
                        visit.caller(), new People.Team.OfAccount(account(visit).id()), new UserId(visit.id("person")))
                .orElseThrow();
    }

    private Reply show(Visit visit, OfficeForm form) {
        Account account = account(visit);
        Member member = member(visit);
        Map<String, List<Hold>> holds =
                privacy.holds(visit.caller(), new Subject.User(member.user())).orElseThrow();
        Frame frame = frames.of(visit, CustomerListPages.SECTION, member.name());
        return Reply.page(
                form.status(), out -> JtedataGenerated.render(out, null, frame, account, member, holds, form));
    }

    /** What is handed out; that it was is in the trail. */
    record PersonalDataFile(String subject, Map<String, List<? extends Record>> parts) {}

    private Reply export(Visit visit) {
        Privacy.Export export = privacy.export(
                        visit.caller(), new Subject.User(member(visit).user()))
                .orElseThrow();
        return Reply.download(
                "application/json; charset=utf-8",
                "personal-data.json",
                out -> json.writeValue(
                        out, new PersonalDataFile(export.subject().id(), export.parts())));
    }

    private Reply erase(Visit visit) {
        Member member = member(visit);
        if (!visit.form().text("name").equals(Optional.of(member.name().strip()))) {
            return show(
                    visit,
                    OfficeForm.refused(
                            visit.form(),
                            Refusal.of(
                                            Refusal.Kind.UNPROCESSABLE,
                                            "name-differs",
                                            "This is not the name of the person. Nothing has been erased.")
                                    .with(List.of(Refusal.detail(
                                            "/name",
                                            "name-differs",
                                            "This is not the name of the person. Nothing has been erased.")))));
        }
        Outcome<Privacy.Erasure> erased = privacy.erase(visit.caller(), visit.key(), new Subject.User(member.user()));
        return erased instanceof Outcome.Refused<Privacy.Erasure> refused
                ? show(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : Reply.seeOther(CustomerListPages.path(account(visit))).with(Cookies.told("told.person-erased"));
    }
}
