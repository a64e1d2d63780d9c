package org.torg.portal.access;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.SecondFactors;
import org.torg.portal.look.QrCode;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.access.JtecodesGenerated;
import org.torg.portal.template.access.JteenrolGenerated;

/** Setting up a second factor, for those who need one before anything else, such as staff. */
@Component(service = Pages.class)
public final class SecondFactorPages implements Pages {

    private static final int LONGEST = 1000;

    private final SecondFactors factors;
    private final Frames frames;

    @Activate
    public SecondFactorPages(@Reference SecondFactors factors, @Reference Frames frames) {
        this.factors = factors;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/second-factor", Route.Door.ANYBODY, this::begin),
                Route.post("/second-factor/begin", Route.Door.ANYBODY, this::secret),
                Route.post("/second-factor", Route.Door.ANYBODY, this::confirm));
    }

    private Reply begin(Visit visit) {
        factors.status(visit.caller()).orElseThrow();
        return show(visit, 200, new Enrolment("", "", Optional.empty()));
    }

    private Reply secret(Visit visit) {
        SecondFactors.Enrolment begun = factors.begin(visit.caller()).orElseThrow();
        return show(visit, 200, new Enrolment(begun.secret(), begun.uri(), Optional.empty()));
    }

    private Reply confirm(Visit visit) {
        Fields form = visit.form();
        String code = form.typed("code").replaceAll("\\s", "");
        Outcome<SecondFactors.Confirmed> outcome =
                factors.confirm(visit.caller(), visit.token().orElse(""), code);
        if (outcome instanceof Outcome.Refused<SecondFactors.Confirmed> refused) {
            Enrolment again = new Enrolment(
                    form.typed("secret"),
                    form.typed("uri"),
                    Optional.of(visit.reader().of(refused.refusal())));
            return show(visit, Statuses.of(refused.refusal().kind()), again);
        }
        SecondFactors.Confirmed confirmed = outcome.orElseThrow();
        String token = confirmed.session().token();
        Frame frame = frames.bare(visit.in(token), visit.reader().text("factor.codes"));
        return Reply.page(out -> JtecodesGenerated.render(out, null, frame, confirmed.recoveryCodes()))
                .with(Cookies.session(token));
    }

    private Reply show(Visit visit, int status, Enrolment enrolment) {
        Frame frame = frames.bare(visit, visit.reader().text("factor.title"));
        return Reply.page(status, out -> JteenrolGenerated.render(out, null, frame, enrolment));
    }

    /**
     * @param secret to be typed into a device; empty before it was made
     * @param uri {@code otpauth:}, which devices open
     * @param refusal why the code did not do
     */
    public record Enrolment(String secret, String uri, Optional<String> refusal) {

        /** In groups of four, as people read it. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?!$)", "$1 ");
        }

        /** Only what opens an authenticator is linked and drawn. */
        public boolean isLinked() {
            return uri.startsWith("otpauth://") && uri.length() <= LONGEST;
        }

        /** The link as a picture, for the camera of another device. */
        public QrCode picture() {
            return QrCode.of(uri);
        }

        @Override
        public String toString() {
            return "Enrolment";
        }
    }
}
