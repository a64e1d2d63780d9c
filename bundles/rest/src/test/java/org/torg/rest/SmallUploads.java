package org.torg.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.FileContent;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.Upload.State;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.api.vendor.VendorId;

/** One upload, which grows as pieces come and is refused when it begins with {@code lie}. */
final class SmallUploads implements Uploads {

    private final SmallMarket market;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Object> asked = new ArrayList<>();
    private Optional<NewUpload> announced = Optional.empty();
    private Optional<String> label = Optional.empty();
    private Optional<Refusal> next = Optional.empty();

    SmallUploads(SmallMarket market) {
        this.market = market;
    }

    /** What the resources have asked for. */
    List<Object> asked() {
        return asked;
    }

    /** The next command is answered so. */
    void refuseNext(Refusal.Kind kind, String code) {
        next = Optional.of(
                Refusal.of(kind, code, "Of this file {0} bytes are here. Go on from there.", Argument.number(3)));
    }

    @Override
    public long mostBytes() {
        return 500_000_000;
    }

    @Override
    public Outcome<Upload> create(Caller caller, Optional<IdempotencyKey> key, NewUpload file) {
        asked.add(file);
        return answer(caller, () -> {
            announced = Optional.of(file);
            label = file.label();
            bytes.reset();
        });
    }

    @Override
    public Outcome<Upload> append(
            Caller caller, UploadId id, long offset, Optional<Checksum> checksum, InputStream piece) {
        asked.add(List.of(offset, checksum));
        return known(id)
                .flatMap(there -> answer(caller, () -> {
                    try {
                        piece.transferTo(bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    @Override
    public Outcome<Upload> get(Caller caller, UploadId id) {
        return known(id).flatMap(there -> answer(caller, () -> {}));
    }

    @Override
    public Outcome<Page<Upload>> list(Caller caller, PageRequest page) {
        asked.add(page);
        return answer(caller, () -> {}).map(upload -> new Page<>(List.of(upload), Optional.of("upload-1")));
    }

    @Override
    public Outcome<Upload> label(Caller caller, Optional<IdempotencyKey> key, UploadId id, Optional<String> text) {
        return known(id).flatMap(there -> answer(caller, () -> label = text));
    }

    @Override
    public Outcome<UploadId> remove(Caller caller, Optional<IdempotencyKey> key, UploadId id) {
        return known(id)
                .flatMap(there -> answer(caller, () -> announced = Optional.empty()))
                .map(Upload::id);
    }

    @Override
    public Outcome<FileContent> open(Caller caller, UploadId id) {
        return known(id).flatMap(there -> answer(caller, () -> {})).map(upload -> new FileContent() {
            @Override
            public Upload upload() {
                return upload;
            }

            @Override
            public String fileName() {
                return "upload-1.stl";
            }

            @Override
            public InputStream from(long from) {
                return new ByteArrayInputStream(bytes.toByteArray(), (int) from, bytes.size());
            }
        });
    }

    private Outcome<Boolean> known(UploadId id) {
        return announced.isPresent() && id.value().equals("upload-1")
                ? Outcome.done(true)
                : Outcome.refused(Refusal.notFound("upload"));
    }

    private Outcome<Upload> answer(Caller caller, Runnable change) {
        Optional<Refusal> planned = next;
        next = Optional.empty();
        if (planned.isPresent()) {
            return Outcome.refused(planned.get());
        }
        return market.allowed(caller, Function.CART_EDIT, true).map(may -> {
            change.run();
            return upload();
        });
    }

    private Upload upload() {
        long size = announced.map(NewUpload::size).orElse(1L);
        boolean whole = bytes.size() == size;
        boolean lies = bytes.toString(java.nio.charset.StandardCharsets.UTF_8).startsWith("lie");
        return new Upload(
                new UploadId("upload-1"),
                Samples.ACCOUNT,
                Optional.of(new LocationId("oslo")),
                new VendorId("lighting"),
                announced.map(NewUpload::type).orElse(FileType.STL),
                label,
                Optional.empty(),
                size,
                bytes.size(),
                !whole ? State.UPLOADING : lies ? State.REFUSED : State.READY,
                whole && lies
                        ? Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "file-type-mismatch",
                                "The content is not that of a whole {0} file. Export it again, and upload it with the name"
                                        + " that the program gives it.",
                                Argument.text("STL")))
                        : Optional.empty(),
                whole && !lies ? Optional.of(new Upload.Stored(size, "ab".repeat(32))) : Optional.empty(),
                false,
                Instant.parse("2026-03-02T09:00:00Z"),
                Optional.of(Instant.parse("2026-03-03T09:00:00Z")));
    }
}
