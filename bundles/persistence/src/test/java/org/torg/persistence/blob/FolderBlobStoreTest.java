package org.torg.persistence.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.StoreException;
import org.torg.api.store.BlobStore.Blob;

class FolderBlobStoreTest {

    @TempDir
    Path temporary;

    private FolderBlobStore store() {
        return new FolderBlobStore(temporary.resolve("data/blobs"));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("data/blobs"))) {
            return files.count();
        }
    }

    @Test
    void contentIsReadAsItWasWritten() throws IOException {
        byte[] content = "Lampe;129,00\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        Blob blob = store().put(new ByteArrayInputStream(content));

        assertThat(blob.size()).isEqualTo(content.length);
        try (InputStream in = store().open(blob.id())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void theDigestIsThatOfTheContent() {
        assertThat(store().put(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))
                        .sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() {
        FolderBlobStore store = store();
        Blob blob = store.put(InputStream.nullInputStream());
        store.delete(blob.id());
        store.delete(blob.id());

        assertThatThrownBy(() -> store.open(blob.id()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.OTHER));
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothing() throws IOException {
        FolderBlobStore store = store();
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 'x';
                }
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> store.put(broken)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void whatACrashHasLeftIsDeletedAfterADay() throws IOException {
        Blob blob = store().put(InputStream.nullInputStream());
        Path folder = temporary.resolve("data/blobs");
        Path old = Files.writeString(folder.resolve("old.part"), "x");
        Path young = Files.writeString(folder.resolve("young.part"), "x");
        Instant now = Files.getLastModifiedTime(young).toInstant();
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofHours(23))));
        Files.setLastModifiedTime(folder.resolve(blob.id()), FileTime.from(now.minus(Duration.ofDays(99))));

        store();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(files()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "..", "", "/etc/passwd", "a/b", "x.part"})
    void aNameNeverLeadsOutOfTheFolder(String id) throws IOException {
        FolderBlobStore store = store();
        Path secret = temporary.resolve("data/secret");
        Files.writeString(secret, "secret");

        assertThatThrownBy(() -> store.open(id)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.delete(id)).isInstanceOf(StoreException.class);
        assertThat(secret).exists();
    }
}
