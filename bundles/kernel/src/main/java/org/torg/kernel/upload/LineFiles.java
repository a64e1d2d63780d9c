package org.torg.kernel.upload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.RecipientId;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.kernel.upload.Attachments.Kind;
import org.torg.kernel.upload.Attachments.Owner;
import org.torg.kernel.upload.Attachments.Place;

/** The files that answers of configured lines name (D20): whether they may be named, and that they stay as long as they are. */
@Component(service = LineFiles.class)
public final class LineFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final UploadStore store;
    private final Attachments attachments;

    @Activate
    public LineFiles(
            @Reference Transactions transactions, @Reference UploadStore store, @Reference Attachments attachments) {
        this.transactions = transactions;
        this.store = store;
        this.attachments = attachments;
    }

    /**
     * A line as it is configured.
     *
     * @param pointer where it stands in what was asked, such as {@code /lines/0}; empty where there is no other
     * @param answers all of them
     */
    public record Line(String pointer, ConfigurationModel model, Answers answers, Optional<RecipientId> recipient) {}

    /** How far the files must have come. */
    public enum Need {
        /** They may be on their way: they have not been refused. */
        KNOWN,
        READY
    }

    /** @param pointer where it stands in what was asked */
    private record Named(String pointer, UploadId id, Set<String> types, Optional<RecipientId> recipient) {}

    /** @param refusal of one file */
    private record Fault(String pointer, Refusal refusal) {
        Refusal.Detail detail() {
            return new Refusal.Detail(pointer, refusal.code(), refusal.message());
        }
    }

    /**
     * Why something cannot be bought with these files, named after the first: {@code upload-not-found}, {@code upload-type-wrong},
     * {@code upload-other-recipient}, {@code upload-not-ready}, and why the file itself was refused. Details point to each file. One
     * statement, none where no file is named.
     */
    public Optional<Refusal> obstacle(Place place, Collection<Line> lines, Need need) {
        List<Fault> faults = find(place, lines, need);
        return faults.stream().findFirst().map(first -> first.refusal()
                .with(faults.stream().map(Fault::detail).toList()));
    }

    /** The same, one by one. */
    public List<Refusal.Detail> faults(Place place, Collection<Line> lines, Need need) {
        return find(place, lines, need).stream().map(Fault::detail).toList();
    }

    private List<Fault> find(Place place, Collection<Line> lines, Need need) {
        List<Named> named = lines.stream().flatMap(line -> named(line).stream()).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        Map<UploadId, UploadRow> rows = rows(named);
        List<Fault> faults = new ArrayList<>();
        Map<UploadId, RecipientId> shown = new HashMap<>();
        for (Named file : named) {
            fault(file, Optional.ofNullable(rows.get(file.id())).filter(place::has), need)
                    .or(() -> showsAnother(file, shown))
                    .ifPresent(refusal -> faults.add(new Fault(file.pointer(), refusal)));
        }
        return faults;
    }

    private static List<Named> named(Line line) {
        List<Named> named = new ArrayList<>();
        line.model().questions().forEach(question -> {
            if (question instanceof Question.Files asked
                    && line.answers().byQuestion().get(question.code()) instanceof Answer.Uploaded uploaded) {
                for (int i = 0; i < uploaded.files().size(); i++) {
                    named.add(new Named(
                            line.pointer() + "/answers/" + question.code() + "/files/" + i,
                            uploaded.files().get(i),
                            asked.types(),
                            line.recipient()));
                }
            }
        });
        return named;
    }

    private Map<UploadId, UploadRow> rows(List<Named> named) {
        Set<UploadId> ids = named.stream()
                .map(Named::id)
                .filter(id -> ID.matcher(id.value()).matches())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : transactions.read(tx -> store.uploads(tx, ids)).stream()
                        .collect(Collectors.toMap(UploadRow::id, row -> row));
    }

    private static Optional<Refusal> fault(Named file, Optional<UploadRow> found, Need need) {
        if (found.isEmpty()) {
            return Optional.of(UploadRefusals.notFound());
        }
        UploadRow row = found.get();
        if (!file.types().contains(row.type().code())) {
            return Optional.of(UploadRefusals.wrongType(row.type()));
        }
        if (showsAnother(row, file.recipient())) {
            return Optional.of(UploadRefusals.otherRecipient());
        }
        if (row.refusal().isPresent()) {
            return row.refusal().map(code -> UploadRefusals.stored(code, row.type()));
        }
        return need == Need.READY && row.state() != Upload.State.READY
                ? Optional.of(UploadRefusals.notReady())
                : Optional.empty();
    }

    private static boolean showsAnother(UploadRow row, Optional<RecipientId> recipient) {
        return recipient.isPresent()
                && row.recipient()
                        .filter(shown -> !shown.equals(recipient.get()))
                        .isPresent();
    }

    /** What nobody is known for yet shows whom the first line with it is for. */
    private static Optional<Refusal> showsAnother(Named file, Map<UploadId, RecipientId> shown) {
        return file.recipient()
                .filter(recipient ->
                        !shown.computeIfAbsent(file.id(), unused -> recipient).equals(recipient))
                .map(recipient -> UploadRefusals.otherRecipient());
    }

    /**
     * In the transaction that stores the line: it refers to the files that its answers name, and to no others.
     *
     * @param owner with the line as its part
     * @throws RefusedException when one has gone or was refused since it was looked at
     */
    public void keep(Tx tx, Owner owner, Answers answers) {
        attachments.settle(tx, answers.files(), owner);
    }

    /**
     * A line as it is ordered.
     *
     * @param pointer where it stands in what was asked
     */
    public record Ordered(String line, String pointer, Answers answers, Optional<RecipientId> recipient) {}

    /**
     * In the transaction that stores an order: its lines refer to their files, which show the recipient of the line from now on.
     *
     * @throws RefusedException when one is not ready, has gone since it was looked at, or shows somebody else by now
     */
    public void order(Tx tx, String order, Place place, Collection<Ordered> lines) {
        // All files of the order in one sequence: two orders with the same files do not wait for each other.
        Map<String, Map<String, Ordered>> byFile = new TreeMap<>();
        for (Ordered line : lines) {
            for (UploadId id : line.answers().files()) {
                byFile.computeIfAbsent(id.value(), unused -> new LinkedHashMap<>())
                        .put(line.line(), line);
            }
        }
        byFile.forEach(
                (id, ordered) -> ordered.values().forEach(line -> order(tx, new UploadId(id), order, place, line)));
    }

    private void order(Tx tx, UploadId id, String order, Place place, Ordered line) {
        try {
            attachments.attach(tx, id, new Owner(Kind.ORDER, order, line.line(), place));
            Optional<RecipientId> recipient = line.recipient();
            if (recipient.isPresent() && !store.show(tx, id, recipient.get())) {
                throw new RefusedException(UploadRefusals.otherRecipient());
            }
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            throw new RefusedException(refusal.with(
                    List.of(new Refusal.Detail(line.pointer() + "/answers", refusal.code(), refusal.message()))));
        }
    }

    /** The owner is gone. What nothing else refers to expires as if it had just come. */
    public void release(Tx tx, Kind kind, String owner) {
        attachments.release(tx, kind, owner);
    }

    /** A line of the owner is gone. */
    public void release(Tx tx, Owner owner) {
        attachments.settle(tx, List.of(), owner);
    }
}
