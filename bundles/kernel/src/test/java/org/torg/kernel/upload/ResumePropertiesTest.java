package org.torg.kernel.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Account;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.SampleFiles;
import org.torg.kernel.fixture.Uploading;
import org.torg.kernel.job.Turns;

/** However often and wherever a file breaks off, it comes whole in the end, and as it was. */
@Tag("D20")
class ResumePropertiesTest {

    private static final byte[] SCAN = SampleFiles.binaryStl(240_000);

    /** @param cuts after how many bytes each piece breaks off, if it does not end before; negative: the node is new then */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void aBrokenFileIsResumed(
            @ForAll Database database,
            @ForAll @Size(max = 6) List<@IntRange(min = -9_000_000, max = 9_000_000) Integer> cuts,
            @ForAll Random random) {
        database.clean();
        Kernel kernel = new Kernel(database);
        kernel.found();
        Account clinic = kernel.openAccount("R" + random.nextInt(1_000_000_000));
        Caller nurse = nurse(clinic);
        Uploading node = new Uploading(kernel, database, kernel.recipients);
        UploadId id = node.uploads
                .create(
                        nurse,
                        Optional.empty(),
                        new NewUpload(Optional.empty(), FileType.STL, SCAN.length, Optional.empty(), Optional.empty()))
                .orElseThrow()
                .id();
        for (int cut : cuts) {
            long before = received(node, nurse, id);
            if (before < SCAN.length) {
                send(node, nurse, id, before, Math.abs(cut));
                // What was told to be here stays so.
                assertThat(received(node, nurse, id)).isBetween(before, before + Math.abs(cut));
            }
            if (cut < 0) {
                node = new Uploading(kernel.node(), database, kernel.recipients);
            }
        }
        long rest = received(node, nurse, id);
        if (rest < SCAN.length) {
            send(node, nurse, id, rest, Integer.MAX_VALUE);
        }
        Turns turns = new Turns(kernel, node.inspection);
        while (turns.turn()) {
            // Each turn is one job.
        }

        Upload whole = node.uploads.get(nurse, id).orElseThrow();
        assertThat(whole.state()).isEqualTo(Upload.State.READY);
        try (InputStream kept = node.uploads.open(nurse, id).orElseThrow().from(80)) {
            assertThat(Arrays.equals(kept.readAllBytes(), Arrays.copyOfRange(SCAN, 80, SCAN.length)))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(node.uploads.remove(nurse, Optional.empty(), id).isDone()).isTrue();
    }

    private static long received(Uploading node, Caller nurse, UploadId id) {
        return node.uploads.get(nurse, id).orElseThrow().received();
    }

    private static void send(Uploading node, Caller nurse, UploadId id, long from, int breaksAfter) {
        int length = (int) Math.min(SCAN.length - from, breaksAfter);
        boolean breaks = from + length < SCAN.length;
        InputStream piece = new ByteArrayInputStream(SCAN, (int) from, length) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int count) {
                int got = super.read(bytes, offset, count);
                if (got < 0 && breaks) {
                    throw new UncheckedIOException(new IOException("gone"));
                }
                return got;
            }
        };
        try {
            assertThat(node.uploads
                            .append(nurse, id, from, Optional.empty(), piece)
                            .isDone())
                    .isTrue();
            assertThat(breaks).isFalse();
        } catch (UncheckedIOException e) {
            assertThat(breaks).isTrue();
        }
    }

    private static Caller nurse(Account clinic) {
        Scope here = new Scope.OfLocation(clinic.id(), new LocationId("oslo"));
        return new Caller(
                new Caller.Subject.Person(new UserId("nurse")),
                Optional.of(clinic.id()),
                Optional.of(new LocationId("oslo")),
                Optional.empty(),
                Set.of(new Grant(Function.CART_EDIT, here)),
                Caller.Channel.API,
                "test",
                Locale.ENGLISH);
    }
}
