package org.torg.portal.configurator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.configurator.JteformGenerated;

/** Shows the form of an article with what its answers leave possible, and reads it. */
@Component(service = GuidedForms.class)
public final class GuidedForms {

    private final Configurations configurations;
    private final Catalog catalog;
    private final RecipientChoice recipients;
    private final FileShelf files;
    private final Frames frames;
    private final Clock clock;

    @Activate
    public GuidedForms(
            @Reference Configurations configurations,
            @Reference Catalog catalog,
            @Reference RecipientChoice recipients,
            @Reference FileShelf files,
            @Reference Frames frames,
            @Reference Clock clock) {
        this.configurations = configurations;
        this.catalog = catalog;
        this.recipients = recipients;
        this.files = files;
        this.frames = frames;
        this.clock = clock;
    }

    ConfigurationModel model(Visit visit, Subject subject) {
        return configurations
                .guide(visit.caller(), Optional.of(subject.vendor()), subject.sku(), Answers.NONE)
                .orElseThrow()
                .model();
    }

    Answers read(Visit visit, Subject subject) {
        return AnswerFields.read(model(visit, subject), visit.form());
    }

    /**
     * @param typed what else stands in its fields
     * @param refusal of what was just tried
     */
    Reply show(Visit visit, Subject subject, Answers stated, Fields typed, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Optional<VendorId> vendor = Optional.of(subject.vendor());
        List<Upload> named = files.named(caller, stated);
        Answers answers = FileShelf.settled(stated, named);
        Configurations.Outlook outlook =
                configurations.outlook(caller, vendor, subject.sku(), answers).orElseThrow();
        CatalogEntry entry = catalog.get(caller, vendor, subject.sku()).orElseThrow();
        GuidedForm form = new GuidedForm(
                subject.action(),
                entry,
                outlook.guidance(),
                outlook.reasons().stream()
                        .collect(Collectors.toMap(
                                reason -> reason.question() + "/" + reason.option(), Configurations.Reason::conflict)),
                outlook.effects(),
                recipients.offered(caller, typed),
                files(caller, subject, outlook.guidance(), named),
                typed,
                subject.changes(),
                today(visit.reader(), vendor),
                refusal);
        Frame frame =
                frames.of(visit, "catalogue", visit.reader().of(entry.variant().name()), vendor);
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteformGenerated.render(out, null, frame, form));
    }

    /** The day where the seller is: by it dates are judged. */
    private LocalDate today(Reader reader, Optional<VendorId> vendor) {
        return vendor.flatMap(reader::descriptor)
                .map(known -> clock.today(known.seller().zone()))
                .orElseGet(() -> reader.today(clock.now()));
    }

    private List<Upload> files(Caller caller, Subject subject, Guidance guidance, List<Upload> named) {
        if (guidance.model().questions().noneMatch(Question.Files.class::isInstance)) {
            return List.of();
        }
        List<Upload> all = new ArrayList<>(named);
        // By their ids: one that has been scanned between the two looks is still the same file.
        Set<UploadId> known = named.stream().map(Upload::id).collect(Collectors.toSet());
        files.waiting(caller, subject.vendor()).stream()
                .filter(file -> !known.contains(file.id()))
                .forEach(all::add);
        return all;
    }
}
