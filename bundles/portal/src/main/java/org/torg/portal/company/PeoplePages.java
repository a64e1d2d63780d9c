package org.torg.portal.company;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.People;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Team;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.company.JtepeopleGenerated;

/** Who belongs to the company and what each may do where (H15, L03), and who is invited and has not come yet (H01). */
@Component(service = Pages.class)
public final class PeoplePages implements Pages {

    static final String PATH = "/company/people";

    private static final int PER_PAGE = 25;

    private final People people;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public PeoplePages(@Reference People people, @Reference Accounts accounts, @Reference Frames frames) {
        this.people = people;
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post(
                        PATH + "/invitations/{invitation}/again",
                        Route.Door.IN_COMPANY,
                        visit -> after(
                                visit,
                                people.inviteAgain(visit.caller(), team(visit), id(visit)),
                                "told.invited-again")),
                Route.post(
                        PATH + "/invitations/{invitation}/withdraw",
                        Route.Door.IN_COMPANY,
                        visit -> after(
                                visit,
                                people.withdraw(visit.caller(), team(visit), id(visit)),
                                "told.invitation-withdrawn")));
    }

    static Team team(Visit visit) {
        return new Team.OfAccount(Ours.id(visit));
    }

    private static InvitationId id(Visit visit) {
        return new InvitationId(visit.id("invitation"));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Fields asked = visit.query();
        People.Filter filter = new People.Filter(
                asked.text("location").map(LocationId::new),
                asked.text("q").map(text -> text.substring(0, Math.min(text.length(), 200))),
                Optional.empty());
        Page<Member> members = people.find(caller, team(visit), filter, new PageRequest(asked.text("after"), PER_PAGE))
                .orElseThrow();
        boolean manages = Ours.may(caller, Function.USER_MANAGE);
        Colleagues colleagues = new Colleagues(
                members,
                manages ? invitations(visit) : List.of(),
                Ours.orNothing(accounts.locations(caller, Ours.id(visit))),
                asked,
                manages,
                caller.user().map(user -> user.value()).orElse(""),
                refusal);
        Frame frame = frames.of(visit, "company", visit.reader().text("people.title"));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtepeopleGenerated.render(out, null, frame, colleagues));
    }

    private List<Invitation> invitations(Visit visit) {
        Outcome<Page<Invitation>> open =
                people.invitations(visit.caller(), team(visit), PageRequest.first(PageRequest.MAX));
        return open.isDone() ? open.orElseThrow().items() : List.of();
    }

    private Reply after(Visit visit, Outcome<Invitation> outcome, String told) {
        return outcome instanceof Outcome.Refused<Invitation> refused
                ? show(visit, Optional.of(refused.refusal()))
                : Reply.seeOther(PATH).with(Cookies.told(told));
    }

    /**
     * @param invitations the open ones, for who manages people
     * @param asked the filter
     * @param me the person who looks
     */
    public record Colleagues(
            Page<Member> members,
            List<Invitation> invitations,
            List<Location> locations,
            Fields asked,
            boolean manages,
            String me,
            Optional<Refusal> refusal) {

        public boolean isMe(Member member) {
            return member.user().value().equals(me);
        }

        /** The names of the places of which the reader may know. */
        public List<String> places(People.Rights rights) {
            return locations.stream()
                    .filter(location -> rights.locations().contains(location.id()))
                    .map(Location::name)
                    .toList();
        }

        public List<Function> functions(People.Rights rights) {
            return RightsForm.functions(rights).stream().sorted().toList();
        }

        public boolean isNarrowed() {
            return asked.text("q").isPresent() || asked.text("location").isPresent();
        }

        public String next() {
            return PATH + "?"
                    + org.torg.portal.page.Paths.query(
                            asked.with("after", members.next().orElse("")));
        }
    }
}
