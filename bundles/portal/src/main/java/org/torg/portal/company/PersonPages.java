package org.torg.portal.company;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.UserId;
import org.torg.portal.company.InvitePages.RightsPart;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.company.JtepersonGenerated;

/** One colleague: what the person may do and where (H11, H12), and whether at all (H14). */
@Component(service = Pages.class)
public final class PersonPages implements Pages {

    private static final String PATH = "/company/people/{person}";

    private final People people;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public PersonPages(@Reference People people, @Reference Accounts accounts, @Reference Frames frames) {
        this.people = people;
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, this::open),
                Route.post(PATH, Route.Door.IN_COMPANY, this::setRights),
                Route.post(PATH + "/active", Route.Door.IN_COMPANY, this::setActive));
    }

    private static UserId id(Visit visit) {
        return new UserId(visit.id("person"));
    }

    private Member member(Visit visit) {
        return people.get(visit.caller(), PeoplePages.team(visit), id(visit)).orElseThrow();
    }

    private Reply open(Visit visit) {
        Member member = member(visit);
        return show(visit, member, Draft.of(draft(member)));
    }

    private static Fields draft(Member member) {
        return RightsForm.fields(member.rights()).with(Fields.VERSION, Long.toString(member.version()));
    }

    private List<Location> locations(Visit visit) {
        return Ours.orNothing(accounts.locations(visit.caller(), Ours.id(visit)));
    }

    private Reply show(Visit visit, Member member, Draft draft) {
        Caller caller = visit.caller();
        Colleague colleague = new Colleague(
                member,
                new RightsPart(locations(visit), draft),
                Ours.may(caller, Function.USER_MANAGE),
                caller.user().equals(Optional.of(member.user())));
        Frame frame = frames.of(visit, "company", member.name());
        return Reply.page(draft.status(), out -> JtepersonGenerated.render(out, null, frame, colleague));
    }

    private Reply setRights(Visit visit) {
        Fields form = visit.form();
        Outcome<Member> set = people.setRights(
                visit.caller(),
                visit.key(),
                PeoplePages.team(visit),
                id(visit),
                form.version(),
                RightsForm.read(form, !locations(visit).isEmpty()));
        return set instanceof Outcome.Refused<Member> refused
                ? show(visit, member(visit), Draft.refused(form, refused.refusal()))
                : Reply.seeOther(at(visit)).with(Cookies.told("told.rights"));
    }

    private Reply setActive(Visit visit) {
        boolean active = visit.form().typed("active").equals("yes");
        Outcome<Member> set = people.setActive(
                visit.caller(),
                visit.key(),
                PeoplePages.team(visit),
                id(visit),
                visit.form().version(),
                active);
        if (set instanceof Outcome.Refused<Member> refused) {
            Member member = member(visit);
            return show(visit, member, new Draft(draft(member), Optional.of(refused.refusal())));
        }
        return Reply.seeOther(at(visit)).with(Cookies.told(active ? "told.access-given" : "told.access-withdrawn"));
    }

    private static String at(Visit visit) {
        return PeoplePages.PATH + "/" + visit.id("person");
    }

    /**
     * @param manages whether the reader sets rights of others
     * @param me whether the reader is the person
     */
    public record Colleague(Member member, RightsPart rights, boolean manages, boolean me) {

        public boolean mayChange() {
            return manages && !me;
        }

        public List<Function> functions() {
            return RightsForm.functions(member.rights()).stream().sorted().toList();
        }

        public List<String> places() {
            return rights.locations().stream()
                    .filter(location -> member.rights().locations().contains(location.id()))
                    .map(Location::name)
                    .toList();
        }
    }
}
