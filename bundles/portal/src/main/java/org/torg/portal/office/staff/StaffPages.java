package org.torg.portal.office.staff;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.UserId;
import org.torg.portal.office.MemberForm;
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
import org.torg.portal.template.office.staff.JteinviteGenerated;
import org.torg.portal.template.office.staff.JtelistGenerated;
import org.torg.portal.template.office.staff.JtepersonGenerated;

/** The people of a vendor's back office, and of the tenant's: who is invited, and who may do what. */
@Component(service = Pages.class)
public final class StaffPages implements Pages {

    private static final String PATH = "/office/staff";
    private static final String SECTION = "office.staff";
    private static final int PER_PAGE = 50;
    private static final Function NEEDED = Function.USER_MANAGE;

    private final People people;
    private final SecondFactors factors;
    private final Frames frames;

    @Activate
    public StaffPages(@Reference People people, @Reference SecondFactors factors, @Reference Frames frames) {
        this.people = people;
        this.factors = factors;
        this.frames = frames;
    }

    /** @param invitations the open ones; only on the first page */
    public record Crew(Teams teams, Page<Member> members, List<Invitation> invitations, Optional<UserId> self) {
        public Crew {
            invitations = List.copyOf(invitations);
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, NEEDED, this::list),
                OfficeRoutes.get(PATH + "/invite", NEEDED, this::blank),
                OfficeRoutes.post(PATH + "/invite", NEEDED, this::invite),
                OfficeRoutes.post(PATH + "/invitations/{invitation}", NEEDED, this::invitation),
                OfficeRoutes.get(PATH + "/{person}", NEEDED, visit -> person(visit, Optional.empty())),
                OfficeRoutes.post(PATH + "/{person}/rights", NEEDED, this::rights),
                OfficeRoutes.post(PATH + "/{person}/access", NEEDED, this::access),
                OfficeRoutes.post(PATH + "/{person}/second-factor", NEEDED, this::resetFactor));
    }

    private static Team team(Visit visit) {
        return Teams.of(visit).chosen();
    }

    private Reply list(Visit visit) {
        Optional<String> after = visit.query().text("after");
        People.Filter all = new People.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        Crew crew = new Crew(
                Teams.of(visit),
                people.find(visit.caller(), team(visit), all, new PageRequest(after, PER_PAGE))
                        .orElseThrow(),
                after.isPresent()
                        ? List.of()
                        : people.invitations(visit.caller(), team(visit), PageRequest.first(PageRequest.MAX))
                                .orElseThrow()
                                .items(),
                visit.caller().user());
        Frame frame = frames.of(visit, SECTION, visit.reader().text("menu.office.staff"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, crew));
    }

    private Reply blank(Visit visit) {
        return form(
                visit,
                OfficeForm.of(Fields.NONE
                        .with("role", Role.STAFF_ORDERS.code())
                        .with("language", visit.reader().language())));
    }

    private Reply form(Visit visit, OfficeForm form) {
        Frame frame = frames.of(visit, SECTION, visit.reader().text("office.person.invite"));
        Teams teams = Teams.of(visit);
        return Reply.page(form.status(), out -> JteinviteGenerated.render(out, null, frame, teams, form));
    }

    private Reply invite(Visit visit) {
        Outcome<Invitation> invited =
                people.invite(visit.caller(), visit.key(), team(visit), MemberForm.member(visit.form()));
        return invited instanceof Outcome.Refused<Invitation> refused
                ? form(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : back(visit, "told.invited");
    }

    private static Reply back(Visit visit, String told) {
        return Reply.seeOther(PATH + "?vendor=" + Teams.of(visit).code()).with(Cookies.told(told));
    }

    private Reply invitation(Visit visit) {
        People.InvitationId id = new People.InvitationId(visit.id("invitation"));
        boolean again = visit.form().typed("do").equals("again");
        var unused = (again
                        ? people.inviteAgain(visit.caller(), team(visit), id)
                        : people.withdraw(visit.caller(), team(visit), id))
                .orElseThrow();
        return back(visit, again ? "told.invited" : "told.invitation-withdrawn");
    }

    private Reply person(Visit visit, Optional<OfficeForm> tried) {
        Member member = people.get(visit.caller(), team(visit), user(visit)).orElseThrow();
        OfficeForm form = tried.orElseGet(() -> OfficeForm.of(MemberForm.fill(member)));
        boolean self = visit.caller().user().equals(Optional.of(member.user()));
        Frame frame = frames.of(visit, SECTION, member.name());
        Teams teams = Teams.of(visit);
        return Reply.page(form.status(), out -> JtepersonGenerated.render(out, null, frame, teams, member, form, self));
    }

    private static UserId user(Visit visit) {
        return new UserId(visit.id("person"));
    }

    private Reply rights(Visit visit) {
        Outcome<Member> done = people.setRights(
                visit.caller(),
                visit.key(),
                team(visit),
                user(visit),
                visit.form().version(),
                MemberForm.rights(visit.form()));
        return done instanceof Outcome.Refused<Member> refused
                ? person(visit, Optional.of(OfficeForm.refused(visit.form(), refused.refusal())))
                : back(visit, "told.rights-set");
    }

    private Reply access(Visit visit) {
        boolean active = visit.form().typed("active").equals("yes");
        var unused = people.setActive(
                        visit.caller(),
                        visit.key(),
                        team(visit),
                        user(visit),
                        visit.form().version(),
                        active)
                .orElseThrow();
        return back(visit, active ? "told.access-given" : "told.access-withdrawn");
    }

    /** Of somebody who has lost device and codes. */
    private Reply resetFactor(Visit visit) {
        var unused = factors.reset(visit.caller(), user(visit)).orElseThrow();
        return back(visit, "told.factor-reset");
    }
}
