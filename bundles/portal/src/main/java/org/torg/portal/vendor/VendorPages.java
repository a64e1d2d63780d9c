package org.torg.portal.vendor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.vendor.JtehelpGenerated;
import org.torg.portal.template.vendor.JteinformationGenerated;

/** Help, shipping, payment and contacts of each vendor (D12, D50, H58, H59, L41, L42, L53), for everybody. */
@Component(service = Pages.class)
public final class VendorPages implements Pages {

    private final InformationPages information;
    private final Frames frames;

    @Activate
    public VendorPages(@Reference InformationPages information, @Reference Frames frames) {
        this.information = information;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/help", Route.Door.ANYBODY, this::help),
                Route.get("/vendors/{vendor}/{topic}", Route.Door.ANYBODY, this::page));
    }

    /** Whom to ask about what; where there is one vendor only, its own help. */
    private Reply help(Visit visit) {
        if (visit.reader().vendors().size() == 1) {
            return Reply.seeOther(
                    VendorPage.path(visit.reader().vendors().get(0).id().value(), Topic.HELP));
        }
        Frame frame = frames.of(visit, "help", visit.reader().text("menu.help"));
        return Reply.page(out -> JtehelpGenerated.render(out, null, frame));
    }

    private Reply page(Visit visit) {
        VendorId vendor = new VendorId(visit.id("vendor"));
        Topic topic = Arrays.stream(Topic.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(visit.part("topic")))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("page")));
        VendorPage page =
                new VendorPage(information.page(visit.caller(), vendor, topic).orElseThrow(), visit.reader());
        Frame frame = frames.of(visit, "help", visit.reader().word("topic", topic), Optional.of(vendor));
        return Reply.page(out -> JteinformationGenerated.render(out, null, frame, page));
    }
}
