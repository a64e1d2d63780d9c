package org.torg.portal.me;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.People;
import org.torg.api.account.People.Profile;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.me.JteprofileGenerated;

/**
 * Who one is (H08, H17): name, phone and language at once; another e-mail (D05) and erasure (L04) are asked for, as a person
 * decides on them.
 */
@Component(service = Pages.class)
public final class ProfilePages implements Pages {

    static final String PATH = "/me";

    private static final int ASKED = 50;

    private final People people;
    private final CustomerRequests requests;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Frames frames;

    @Activate
    public ProfilePages(
            @Reference People people,
            @Reference CustomerRequests requests,
            @Reference SecondFactors factors,
            @Reference Sessions sessions,
            @Reference Frames frames) {
        this.people = people;
        this.requests = requests;
        this.factors = factors;
        this.sessions = sessions;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.SIGNED_IN, visit -> show(visit, Optional.empty(), Draft.of(Fields.NONE))),
                Route.post(PATH, Route.Door.SIGNED_IN, this::edit),
                Route.post(
                        "/me/email",
                        Route.Door.SIGNED_IN,
                        visit -> ask(
                                visit,
                                new Content.NewEmail(visit.form().typed("email").strip()))),
                Route.post(
                        "/me/erasure",
                        Route.Door.SIGNED_IN,
                        visit -> ask(visit, new Content.Erasure(visit.form().typed("text")))));
    }

    /**
     * @param written the profile as it was typed, when it was refused
     * @param wish the form by which something was asked for
     */
    private Reply show(Visit visit, Optional<Draft> written, Draft wish) {
        Profile profile = people.profile(visit.caller()).orElseThrow();
        OwnPage own = new OwnPage(
                profile,
                written.orElseGet(() -> draft(profile)),
                wish,
                asked(visit),
                factors.status(visit.caller()).orElseThrow(),
                sessions.open(visit.caller(), visit.token().orElse(""))
                        .orElseThrow()
                        .size());
        Frame frame = frames.of(visit, "me", visit.reader().text("me.title"));
        int status = written.map(Draft::status).orElseGet(wish::status);
        return Reply.page(status, out -> JteprofileGenerated.render(out, null, frame, own));
    }

    private static Draft draft(Profile profile) {
        return Draft.of(Map.of(
                "name",
                profile.name(),
                "phone",
                profile.phone().orElse(""),
                "language",
                profile.language().getLanguage(),
                Fields.VERSION,
                Long.toString(profile.version())));
    }

    /** What one has asked for oneself and nobody has decided. */
    private List<CustomerRequest> asked(Visit visit) {
        return requests
                .find(visit.caller(), Optional.of(CustomerRequests.State.OPEN), PageRequest.first(ASKED))
                .orElseThrow()
                .items()
                .stream()
                .filter(request -> request.by().equals(visit.caller().user()))
                .toList();
    }

    private Reply edit(Visit visit) {
        Fields form = visit.form();
        Profile profile = new Profile(
                "", form.typed("name").strip(), form.text("phone"), Locale.forLanguageTag(form.typed("language")), 0);
        Outcome<Profile> edited = people.editProfile(visit.caller(), visit.key(), form.version(), profile);
        if (edited instanceof Outcome.Refused<Profile> refused) {
            return show(visit, Optional.of(Draft.refused(form, refused.refusal())), Draft.of(Fields.NONE));
        }
        return Reply.seeOther(PATH).with(Cookies.told("told.profile"));
    }

    private Reply ask(Visit visit, Content content) {
        Outcome<CustomerRequest> asked = requests.ask(visit.caller(), visit.key(), content);
        if (asked instanceof Outcome.Refused<CustomerRequest> refused) {
            return show(visit, Optional.empty(), Draft.refused(visit.form(), refused.refusal()));
        }
        return Reply.seeOther(PATH).with(Cookies.told("told.asked"));
    }

    /**
     * @param asked what waits for an answer
     * @param sessions in how many places the person is signed in
     */
    public record OwnPage(
            Profile profile,
            Draft draft,
            Draft wish,
            List<CustomerRequest> asked,
            SecondFactors.Status factor,
            int sessions) {

        /** The e-mail that waits for approval. */
        public Optional<String> newEmail() {
            return asked.stream()
                    .map(CustomerRequest::content)
                    .filter(Content.NewEmail.class::isInstance)
                    .map(content -> ((Content.NewEmail) content).email())
                    .findFirst();
        }

        public boolean asksForErasure() {
            return asked.stream().anyMatch(request -> request.content() instanceof Content.Erasure);
        }

        public boolean wishes(String field) {
            return wish.typed().has(field);
        }
    }
}
