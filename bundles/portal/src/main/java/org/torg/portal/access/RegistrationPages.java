package org.torg.portal.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Address;
import org.torg.api.account.Registrations;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.AddressFields;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.access.JteregistrationGenerated;
import org.torg.portal.template.access.JtesentGenerated;

/** For who is no customer yet, where vendors let people register (H02, L07, L12), and whom to ask where they do not (D03). */
@Component(service = Pages.class)
public final class RegistrationPages implements Pages {

    private final Registrations registrations;
    private final Frames frames;

    @Activate
    public RegistrationPages(@Reference Registrations registrations, @Reference Frames frames) {
        this.registrations = registrations;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/registration", Route.Door.ANYBODY, this::form),
                Route.post("/registration", Route.Door.ANYBODY, this::register),
                Route.get("/registration/sent", Route.Door.ANYBODY, this::sent));
    }

    private Reply form(Visit visit) {
        Fields empty = Fields.NONE
                .with("language", visit.reader().language())
                .with("address.country", country(visit))
                .with("vendor", visit.query().typed("vendor"));
        return show(visit, Draft.of(empty));
    }

    private Reply show(Visit visit, Draft draft) {
        Frame frame = frames.bare(visit, visit.reader().text("registration.title"));
        Newcomer newcomer = new Newcomer(registrations.offered(), draft);
        return Reply.page(draft.status(), out -> JteregistrationGenerated.render(out, null, frame, newcomer));
    }

    private Reply register(Visit visit) {
        Outcome<Boolean> registered =
                registrations.register(LinkPages.stranger(visit), registration(visit.form()), visit.address());
        return registered instanceof Outcome.Refused<Boolean> refused
                ? show(visit, Draft.refused(visit.form(), refused.refusal()))
                : Reply.seeOther("/registration/sent");
    }

    private Reply sent(Visit visit) {
        Frame frame = frames.bare(visit, visit.reader().text("sent.title"));
        return Reply.page(
                out -> JtesentGenerated.render(out, null, frame, visit.reader().text("sent.registration")));
    }

    private static Registrations.Registration registration(Fields form) {
        String company = form.typed("company").strip();
        Address address = AddressFields.read(form.with("address.name", company), "address.");
        return new Registrations.Registration(
                form.text("vendor").filter(id -> id.matches("[a-z0-9-]{1,40}")).map(VendorId::new),
                company,
                form.text("organisationNumber"),
                address,
                form.typed("email").strip(),
                form.typed("name").strip(),
                form.text("phone"),
                form.typed("language"));
    }

    /** Where the first vendor is, most customers are. */
    private static String country(Visit visit) {
        return visit.reader().vendors().stream()
                .findFirst()
                .map(VendorDescriptor::seller)
                .map(seller -> seller.address().country())
                .orElse("");
    }

    /** @param offered the vendors that take registrations */
    public record Newcomer(Map<VendorId, AccountPolicy.Registration> offered, Draft draft) {

        public boolean isChosen(VendorId vendor) {
            return draft.value("vendor").equals(vendor.value());
        }

        public String terms(VendorId vendor) {
            return Optional.ofNullable(offered.get(vendor))
                            .filter(AccountPolicy.Registration.SELF_BUSINESS::equals)
                            .isPresent()
                    ? "registration.business"
                    : "registration.anybody";
        }
    }
}
