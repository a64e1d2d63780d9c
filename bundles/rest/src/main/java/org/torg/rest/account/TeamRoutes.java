package org.torg.rest.account;

import java.util.Optional;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.torg.api.PageRequest;
import org.torg.api.account.LocationId;
import org.torg.api.account.People;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.UserId;
import org.torg.rest.account.PeopleJson.AccessJson;
import org.torg.rest.account.PeopleJson.InvitationJson;
import org.torg.rest.account.PeopleJson.MemberJson;
import org.torg.rest.account.PeopleJson.NewMemberJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.Faults;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;

/** What can be asked of every team, whether it is of a customer or of staff. */
final class TeamRoutes {

    private static final Cursor PEOPLE = new Cursor("people");
    private static final Cursor INVITATIONS = new Cursor("invitations");

    private final People people;

    TeamRoutes(People people) {
        this.people = people;
    }

    /** @param query from which the team was read already */
    Response find(Asked asked, Query query, Team team) {
        Filter filter =
                new Filter(query.id("location").map(LocationId::new), query.text("text", 200), flag(query, "active"));
        PageRequest page = query.settle(query.page(PEOPLE));
        return Replies.ok(
                PageJson.of(people.find(asked.caller(), team, filter, page).orElseThrow(), PEOPLE, MemberJson::of));
    }

    private static Optional<Boolean> flag(Query query, String name) {
        Optional<String> value = query.text(name, 40);
        boolean set = query.flag(name);
        return value.map(given -> set);
    }

    Response get(Asked asked, Team team, String user) {
        return member(people.get(asked.caller(), team, user(asked, user)).orElseThrow());
    }

    Response addWithoutLogin(Asked asked, Team team, String path, @Nullable NewMemberJson body) {
        Member member = people.addWithoutLogin(
                        asked.caller(), asked.key(), team, Body.of(body).read())
                .orElseThrow();
        return Replies.created(path + "/" + member.user().value(), MemberJson.of(member), member.version());
    }

    Response setRights(Asked asked, Team team, String user, @Nullable RightsJson body) {
        UserId target = user(asked, user);
        Faults faults = new Faults();
        Rights rights = faults.settle(RightsJson.read(faults, "", Optional.of(Body.of(body))));
        return member(people.setRights(asked.caller(), asked.key(), team, target, asked.expectedVersion(), rights)
                .orElseThrow());
    }

    Response setAccess(Asked asked, Team team, String user, @Nullable AccessJson body) {
        UserId target = user(asked, user);
        boolean active = Body.of(body).read();
        return member(people.setActive(asked.caller(), asked.key(), team, target, asked.expectedVersion(), active)
                .orElseThrow());
    }

    static Response member(Member member) {
        return Replies.ok(MemberJson.of(member), member.version());
    }

    /** @param query from which the team was read already */
    Response invitations(Asked asked, Query query, Team team) {
        PageRequest page = query.settle(query.page(INVITATIONS));
        return Replies.ok(PageJson.of(
                people.invitations(asked.caller(), team, page).orElseThrow(), INVITATIONS, InvitationJson::of));
    }

    Response invite(Asked asked, Team team, String path, @Nullable NewMemberJson body) {
        Invitation invitation = people.invite(
                        asked.caller(), asked.key(), team, Body.of(body).read())
                .orElseThrow();
        return Replies.created(path + "/" + invitation.id().value(), InvitationJson.of(invitation));
    }

    Response again(Asked asked, Team team, String invitation) {
        return Replies.ok(InvitationJson.of(people.inviteAgain(asked.caller(), team, invitation(asked, invitation))
                .orElseThrow()));
    }

    Response withdraw(Asked asked, Team team, String invitation) {
        return Replies.ok(InvitationJson.of(people.withdraw(asked.caller(), team, invitation(asked, invitation))
                .orElseThrow()));
    }

    static UserId user(Asked asked, String user) {
        return new UserId(asked.id("person", user));
    }

    private static InvitationId invitation(Asked asked, String invitation) {
        return new InvitationId(asked.id("invitation", invitation));
    }
}
