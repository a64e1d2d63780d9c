package org.torg.portal.me;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.SecondFactors;
import org.torg.portal.access.SecondFactorPages.Enrolment;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.me.JtecodesGenerated;
import org.torg.portal.template.me.JtefactorGenerated;

/** The own second factor: how it stands, setting it up, another device, new recovery codes, and going without. */
@Component(service = Pages.class)
public final class FactorPages implements Pages {

    private static final String PATH = "/me/second-factor";
    private static final Enrolment NONE = new Enrolment("", "", Optional.empty());

    private final SecondFactors factors;
    private final Frames frames;

    @Activate
    public FactorPages(@Reference SecondFactors factors, @Reference Frames frames) {
        this.factors = factors;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.SIGNED_IN, visit -> show(visit, NONE, Draft.of(Fields.NONE))),
                Route.post(PATH + "/begin", Route.Door.SIGNED_IN, this::begin),
                Route.post(PATH + "/confirm", Route.Door.SIGNED_IN, this::confirm),
                Route.post(PATH + "/codes", Route.Door.SIGNED_IN, this::renewCodes),
                Route.post(PATH + "/replace", Route.Door.SIGNED_IN, this::replace),
                Route.post(PATH + "/remove", Route.Door.SIGNED_IN, this::remove));
    }

    private Reply show(Visit visit, Enrolment enrolment, Draft draft) {
        SecondFactors.Status status = factors.status(visit.caller()).orElseThrow();
        Frame frame = frames.of(visit, "me", visit.reader().text("factor.title"));
        OwnFactor own = new OwnFactor(status, enrolment, draft);
        return Reply.page(draft.status(), out -> JtefactorGenerated.render(out, null, frame, own));
    }

    /** A secret that was made before is made anew: it is good for nothing until it is confirmed. */
    private Reply begin(Visit visit) {
        Outcome<SecondFactors.Enrolment> outcome = factors.begin(visit.caller());
        if (outcome instanceof Outcome.Refused<SecondFactors.Enrolment> refused) {
            return refused(visit, NONE, refused.refusal());
        }
        SecondFactors.Enrolment begun = outcome.orElseThrow();
        return show(visit, new Enrolment(begun.secret(), begun.uri(), Optional.empty()), Draft.of(Fields.NONE));
    }

    private Reply confirm(Visit visit) {
        Outcome<SecondFactors.Confirmed> outcome =
                factors.confirm(visit.caller(), visit.token().orElse(""), code(visit));
        if (outcome instanceof Outcome.Refused<SecondFactors.Confirmed> refused) {
            Enrolment again =
                    new Enrolment(visit.form().typed("secret"), visit.form().typed("uri"), Optional.empty());
            return refused(visit, again, refused.refusal());
        }
        SecondFactors.Confirmed confirmed = outcome.orElseThrow();
        String token = confirmed.session().token();
        return codes(visit.in(token), confirmed.recoveryCodes()).with(Cookies.session(token));
    }

    private Reply renewCodes(Visit visit) {
        Outcome<List<String>> renewed = factors.newRecoveryCodes(visit.caller(), code(visit));
        return renewed instanceof Outcome.Refused<List<String>> refused
                ? refused(visit, NONE, refused.refusal())
                : codes(visit, renewed.orElseThrow());
    }

    private Reply codes(Visit visit, List<String> codes) {
        Frame frame = frames.of(visit, "me", visit.reader().text("factor.codes"));
        return Reply.page(out -> JtecodesGenerated.render(out, null, frame, codes));
    }

    /** The old device proves that it is the person who goes over to another one. */
    private Reply replace(Visit visit) {
        return factors.remove(visit.caller(), code(visit)) instanceof Outcome.Refused<SecondFactors.Status> refused
                ? refused(visit, NONE, refused.refusal())
                : begin(visit);
    }

    private Reply remove(Visit visit) {
        return factors.remove(visit.caller(), code(visit)) instanceof Outcome.Refused<SecondFactors.Status> refused
                ? refused(visit, NONE, refused.refusal())
                : Reply.seeOther(PATH).with(Cookies.told("told.factor-removed"));
    }

    private Reply refused(Visit visit, Enrolment enrolment, Refusal refusal) {
        return show(visit, enrolment, Draft.refused(Fields.NONE, refusal));
    }

    private static String code(Visit visit) {
        return visit.form().typed("code").replaceAll("\\s", "");
    }

    /** @param enrolment what is being set up; empty texts when nothing is */
    public record OwnFactor(SecondFactors.Status status, Enrolment enrolment, Draft draft) {

        public boolean isBegun() {
            return !enrolment.secret().isEmpty();
        }
    }
}
