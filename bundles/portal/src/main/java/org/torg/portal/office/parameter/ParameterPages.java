package org.torg.portal.office.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.api.vendor.Vendors.ParameterSheet;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.parameter.JteparameterGenerated;
import org.torg.portal.template.office.parameter.JteparametersGenerated;

/** Rates, thresholds and dates that staff set from a day on. Each change makes a generation, which prices name. */
@Component(service = Pages.class)
public final class ParameterPages implements Pages {

    private static final String SECTION = "office.parameters";
    private static final String AT = "/office/parameters";

    private final Vendors vendors;
    private final Clock clock;
    private final Frames frames;

    @Activate
    public ParameterPages(@Reference Vendors vendors, @Reference Clock clock, @Reference Frames frames) {
        this.vendors = vendors;
        this.clock = clock;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(AT, Route.Door.STAFF, this::list),
                Route.get(AT + "/{vendor}/{parameter}", Route.Door.STAFF, this::show),
                Route.post(AT + "/{vendor}/{parameter}", Route.Door.STAFF, this::change));
    }

    private Reply list(Visit visit) {
        Stall stall = Stall.present(visit, Function.PARAMETER_READ);
        ParameterSheet sheet =
                vendors.parameters(visit.caller(), stall.vendor()).orElseThrow();
        List<ParameterView> parameters = ParameterView.all(sheet, today(visit, stall.vendor()));
        Frame frame =
                frames.of(visit, SECTION, visit.reader().text("menu.office.parameters"), Optional.of(stall.vendor()));
        return Reply.page(out -> JteparametersGenerated.render(out, null, frame, stall, sheet, parameters));
    }

    private Reply show(Visit visit) {
        VendorId vendor = vendor(visit);
        ParameterSheet sheet = vendors.parameters(visit.caller(), vendor).orElseThrow();
        ParameterView view = view(visit, sheet);
        return page(visit, 200, sheet, view, ParameterForm.fresh(view, visit.reader()));
    }

    private Reply change(Visit visit) {
        VendorId vendor = vendor(visit);
        ParameterSheet sheet = vendors.parameters(visit.caller(), vendor).orElseThrow();
        ParameterView view = view(visit, sheet);
        ParameterForm form = ParameterForm.sent(visit.form(), view, visit.reader());
        if (!form.isGood()) {
            return page(visit, form.overtaken().isPresent() ? 409 : 422, sheet, view, form);
        }
        Outcome<ParameterSheet> changed = vendors.change(visit.caller(), visit.key(), vendor, form.change(view));
        if (changed instanceof Outcome.Refused<ParameterSheet> refused) {
            return page(visit, Statuses.of(refused.refusal().kind()), sheet, view, form.refused(refused.refusal()));
        }
        return Reply.seeOther(AT + "/" + vendor.value() + "/"
                        + Paths.part(view.definition().key()) + "?made="
                        + changed.orElseThrow().generation())
                .with(Cookies.told("told.parameter-changed"));
    }

    private Reply page(Visit visit, int status, ParameterSheet sheet, ParameterView view, ParameterForm form) {
        boolean edits = visit.caller().may(Function.PARAMETER_EDIT, Scope.of(sheet.vendor()));
        // Which generation the change made that has just been told.
        Optional<String> made = visit.query()
                .text("made")
                .filter(number -> number.equals(Long.toString(sheet.generation())))
                .filter(number -> form.refusal().isEmpty() && visit.method() == Route.Method.GET);
        String label = visit.reader().of(sheet.vendor(), view.definition().label());
        Frame frame = frames.of(visit, SECTION, label, Optional.of(sheet.vendor()));
        return Reply.page(
                status, out -> JteparameterGenerated.render(out, null, frame, sheet, view, form, edits, made));
    }

    private ParameterView view(Visit visit, ParameterSheet sheet) {
        return ParameterView.of(sheet, visit.part("parameter"), today(visit, sheet.vendor()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("page")));
    }

    private static VendorId vendor(Visit visit) {
        return Stall.present(visit, Function.PARAMETER_READ)
                .at(visit.id("vendor"))
                .vendor();
    }

    /** In the seller's zone. */
    private LocalDate today(Visit visit, VendorId vendor) {
        return visit.reader()
                .descriptor(vendor)
                .map(present -> clock.today(present.seller().zone()))
                .orElseThrow(() -> new RefusedException(Refusal.notFound("vendor")));
    }
}
