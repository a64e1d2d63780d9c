package org.torg.portal.office.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
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
import org.torg.portal.template.office.customer.JteinviteGenerated;
import org.torg.portal.template.office.customer.JtepersonGenerated;

/** The people of a customer: invited, given rights, and without access again (H09, H11, H14). */
@Component(service = Pages.class)
public final class CustomerPeoplePages implements Pages {

    private static final String PATH = CustomerListPages.PATH + "/{account}";
    private static final Function NEEDED = Function.USER_MANAGE;

    private final Accounts accounts;
    private final People people;
    private final Frames frames;

    @Activate
    public CustomerPeoplePages(@Reference Accounts accounts, @Reference People people, @Reference Frames frames) {
        this.accounts = accounts;
        this.people = people;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH + "/invite", NEEDED, this::blank),
                OfficeRoutes.post(PATH + "/invite", NEEDED, this::invite),
                OfficeRoutes.post(PATH + "/invitations/{invitation}", NEEDED, this::invitation),
                OfficeRoutes.get(PATH + "/people/{person}", Function.ACCOUNT_READ, this::person),
                OfficeRoutes.post(PATH + "/people/{person}/rights", NEEDED, this::rights),
                OfficeRoutes.post(PATH + "/people/{person}/access", NEEDED, this::access));
    }

    private Account account(Visit visit) {
        return accounts.get(visit.caller(), new AccountId(visit.id("account"))).orElseThrow();
    }

    private static Team team(Account account) {
        return new Team.OfAccount(account.id());
    }

    private List<Location> locations(Visit visit, Account account) {
        return accounts.locations(visit.caller(), account.id()).orElseThrow();
    }

    private Reply blank(Visit visit) {
        Fields typed = Fields.NONE
                .with("role", Role.BUYER.code())
                .with("language", account(visit).language());
        return form(visit, OfficeForm.of(typed));
    }

    private Reply form(Visit visit, OfficeForm form) {
        Account account = account(visit);
        List<Location> locations = locations(visit, account);
        Frame frame = frames.of(visit, CustomerListPages.SECTION, account.name());
        return Reply.page(form.status(), out -> JteinviteGenerated.render(out, null, frame, account, locations, form));
    }

    /** Who has no e-mail does not sign in: others act in that name (D10). */
    private Reply invite(Visit visit) {
        Account account = account(visit);
        NewMember member = MemberForm.member(visit.form());
        Outcome<?> done = member.email().isPresent()
                ? people.invite(visit.caller(), visit.key(), team(account), member)
                : people.addWithoutLogin(visit.caller(), visit.key(), team(account), member);
        return done instanceof Outcome.Refused<?> refused
                ? form(visit, OfficeForm.refused(visit.form(), refused.refusal()))
                : back(account, member.email().isPresent() ? "told.invited" : "told.person-added");
    }

    private static Reply back(Account account, String told) {
        return Reply.seeOther(CustomerListPages.path(account)).with(Cookies.told(told));
    }

    private Reply invitation(Visit visit) {
        Account account = account(visit);
        People.InvitationId id = new People.InvitationId(visit.id("invitation"));
        boolean again = visit.form().typed("do").equals("again");
        var unused = (again
                        ? people.inviteAgain(visit.caller(), team(account), id)
                        : people.withdraw(visit.caller(), team(account), id))
                .orElseThrow();
        return back(account, again ? "told.invited" : "told.invitation-withdrawn");
    }

    private Member member(Visit visit, Account account) {
        return people.get(visit.caller(), team(account), new UserId(visit.id("person")))
                .orElseThrow();
    }

    private Reply person(Visit visit) {
        return person(visit, Optional.empty());
    }

    private Reply person(Visit visit, Optional<OfficeForm> tried) {
        Account account = account(visit);
        Member member = member(visit, account);
        List<Location> locations = locations(visit, account);
        OfficeForm form = tried.orElseGet(() -> OfficeForm.of(MemberForm.fill(member)));
        Frame frame = frames.of(visit, CustomerListPages.SECTION, member.name());
        return Reply.page(
                form.status(),
                out -> JtepersonGenerated.render(
                        out, null, frame, account, member, locations, form, visit.staffFunctions()));
    }

    private Reply rights(Visit visit) {
        Account account = account(visit);
        Outcome<Member> done = people.setRights(
                visit.caller(),
                visit.key(),
                team(account),
                new UserId(visit.id("person")),
                visit.form().version(),
                MemberForm.rights(visit.form()));
        return done instanceof Outcome.Refused<Member> refused
                ? person(visit, Optional.of(OfficeForm.refused(visit.form(), refused.refusal())))
                : back(account, "told.rights-set");
    }

    private Reply access(Visit visit) {
        Account account = account(visit);
        boolean active = visit.form().typed("active").equals("yes");
        Outcome<Member> done = people.setActive(
                visit.caller(),
                visit.key(),
                team(account),
                new UserId(visit.id("person")),
                visit.form().version(),
                active);
        if (done instanceof Outcome.Refused<Member> refused) {
            Fields now = MemberForm.fill(member(visit, account));
            return person(visit, Optional.of(OfficeForm.refused(now, refused.refusal())));
        }
        return back(account, active ? "told.access-given" : "told.access-withdrawn");
    }
}
