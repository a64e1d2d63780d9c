package org.torg.portal.configurator;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;
import org.torg.portal.page.SentFile;
import org.torg.portal.page.Visit;

/** The files that a form can name (D20): those that its answers name, and those of the place that wait to be used. */
@Component(service = FileShelf.class)
public final class FileShelf {

    /** The question for which a file is sent along with the form, and what the own people call it. */
    static final String FOR = "file-for";

    static final String LABEL = "file-label";
    /** Not called remove: a control of that name would hide the form's own method from scripts. */
    static final String REMOVE = "drop-file";

    private static final int MOST_WAITING = 100;

    private final Uploads uploads;

    @Activate
    public FileShelf(@Reference Uploads uploads) {
        this.uploads = uploads;
    }

    /** The files that the answers name, as far as they are there. */
    List<Upload> named(Caller caller, Answers answers) {
        List<Upload> named = new ArrayList<>();
        for (UploadId id : answers.files()) {
            Outcome<Upload> found = uploads.get(caller, id);
            if (found.isDone()) {
                named.add(found.orElseThrow());
            }
        }
        return named;
    }

    /** Without files that are gone, were refused or are not whole: no order takes them. */
    static Answers settled(Answers answers, List<Upload> named) {
        List<UploadId> good = named.stream()
                .filter(file -> file.state() == Upload.State.READY || file.state() == Upload.State.SCANNING)
                .map(Upload::id)
                .toList();
        Answers settled = answers;
        for (Map.Entry<String, Answer> entry : answers.byQuestion().entrySet()) {
            if (entry.getValue() instanceof Answer.Uploaded uploaded && !good.containsAll(uploaded.files())) {
                List<UploadId> left =
                        uploaded.files().stream().filter(good::contains).toList();
                settled = left.isEmpty()
                        ? settled.without(entry.getKey())
                        : settled.with(entry.getKey(), new Answer.Uploaded(left));
            }
        }
        return settled;
    }

    /** Those of the place for this vendor to which nothing refers yet, the oldest first; none for who may not see them. */
    List<Upload> waiting(Caller caller, VendorId vendor) {
        Outcome<Page<Upload>> found = uploads.list(caller, PageRequest.first(MOST_WAITING));
        return found.isDone()
                ? found.orElseThrow().items().stream()
                        .filter(file -> file.vendor().equals(vendor) && !file.attached())
                        .toList()
                : List.of();
    }

    /** Takes the file that came with the form; a form that is sent again has brought it already. Empty where none was chosen. */
    Optional<Outcome<Upload>> take(Visit visit, VendorId vendor) {
        return visit.file().map(file -> take(visit, vendor, file));
    }

    private Outcome<Upload> take(Visit visit, VendorId vendor, SentFile file) {
        Optional<FileType> type = FileType.ofName(file.type());
        if (type.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "file-type-unknown",
                    "Files of these types are taken: STL, PLY, OBJ, ZIP, PDF, JPEG, PNG. Name the file with"
                            + " its type."));
        }
        return uploads.create(
                        visit.caller(),
                        visit.key().map(key -> new IdempotencyKey(key.value() + "-file")),
                        new NewUpload(
                                Optional.of(vendor),
                                type.get(),
                                file.size(),
                                visit.form().text(LABEL),
                                Optional.empty()))
                .flatMap(created -> created.received() == 0 && created.state() == Upload.State.UPLOADING
                        ? fill(visit.caller(), created, file)
                        : Outcome.done(created));
    }

    private Outcome<Upload> fill(Caller caller, Upload created, SentFile file) {
        try {
            return uploads.append(caller, created.id(), 0, Optional.empty(), file.content());
        } catch (UncheckedIOException e) {
            // A browser without script begins anew.
            remove(caller, created.id());
            return Outcome.refused(SentFile.incomplete());
        }
    }

    /** Removes it for good, unless something refers to it: then only the form lets go of it. */
    void remove(Caller caller, UploadId id) {
        Outcome<UploadId> unused = uploads.remove(caller, Optional.empty(), id);
    }

    /** The answers with what the form asks to be done with files. */
    Outcome<Answers> changed(Visit visit, VendorId vendor, Answers answers) {
        Fields form = visit.form();
        Optional<UploadId> gone =
                form.text(REMOVE).filter(id -> id.matches(AnswerFields.ID)).map(UploadId::new);
        if (gone.isPresent()) {
            remove(visit.caller(), gone.get());
            return Outcome.done(without(answers, gone.get()));
        }
        Optional<Outcome<Upload>> taken =
                visit.query().typed("do").equals("upload") ? take(visit, vendor) : Optional.empty();
        return taken.map(outcome -> outcome.map(file -> with(answers, form.typed(FOR), file.id())))
                .orElse(Outcome.done(answers));
    }

    private static Answers with(Answers answers, String question, UploadId file) {
        List<UploadId> files = new ArrayList<>(files(answers, question));
        if (!files.contains(file)) {
            files.add(file);
        }
        return answers.with(question, new Answer.Uploaded(files));
    }

    private static Answers without(Answers answers, UploadId file) {
        Answers fewer = answers;
        for (String question : answers.byQuestion().keySet()) {
            List<UploadId> files = files(answers, question);
            if (files.contains(file)) {
                List<UploadId> left =
                        files.stream().filter(each -> !each.equals(file)).toList();
                fewer = left.isEmpty() ? fewer.without(question) : fewer.with(question, new Answer.Uploaded(left));
            }
        }
        return fewer;
    }

    static List<UploadId> files(Answers answers, String question) {
        return answers.to(question)
                .filter(Answer.Uploaded.class::isInstance)
                .map(Answer.Uploaded.class::cast)
                .map(Answer.Uploaded::files)
                .orElse(List.of());
    }
}
