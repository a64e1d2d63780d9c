package org.torg.portal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.portal.page.SentFile;

/** A form with a file, as a browser without script sends it. */
class MultipartFormTest {

    private static final String BOUNDARY = "----b7";

    private static byte[] form(byte[] file, String after) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n"));
        form.write(text("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"a.note\"\r\n\r\nskråstilt\r\nlinje --b7\r\n"));
        form.write(text("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Kari Nordmann.stl\"\r\n"
                + "Content-Type: model/stl\r\n\r\n"));
        form.write(file);
        form.write(text("\r\n--" + BOUNDARY + after));
        return form.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SentForm read(byte[] form) throws IOException {
        return MultipartForm.read(new ByteArrayInputStream(form), BOUNDARY, form.length);
    }

    @Test
    @Tag("D20")
    void fieldsAreReadAndTheFileIsAsItWasSent() throws IOException {
        byte[] file = new byte[300_000];
        new Random(7).nextBytes(file);

        SentForm form = read(form(file, "--\r\n"));

        assertThat(form.fields().typed("csrf")).isEqualTo("abc");
        assertThat(form.fields().typed("a.note")).isEqualTo("skråstilt\r\nlinje --b7");
        SentFile sent = form.file().orElseThrow();
        assertThat(sent.size()).isEqualTo(file.length);
        // Of the name, which says whose it is, nothing but its end is left.
        assertThat(sent.type()).isEqualTo(".stl");
        assertThat(sent.content().readAllBytes()).isEqualTo(file);
    }

    @Test
    void nothingOfTheFileIsReadBeforeItIsWanted() throws IOException {
        byte[] whole = form(new byte[2_000_000], "--\r\n");
        ByteArrayInputStream in = new ByteArrayInputStream(whole);

        assertThat(MultipartForm.read(in, BOUNDARY, whole.length).file()).isPresent();

        assertThat(in.available()).isGreaterThan(2_000_000);
    }

    /** A browser that still sends would get a reset connection in place of the page. */
    @Test
    void aFileThatNobodyReadIsPassedOverUnlessItIsLong() throws IOException {
        byte[] whole = form(new byte[2_000_000], "--\r\n");
        ByteArrayInputStream in = new ByteArrayInputStream(whole);
        MultipartForm.read(in, BOUNDARY, whole.length).file().orElseThrow().passOver();
        assertThat(in.available()).isZero();

        byte[] huge = form(new byte[20_000_000], "--\r\n");
        ByteArrayInputStream endless = new ByteArrayInputStream(huge);
        MultipartForm.read(endless, BOUNDARY, huge.length).file().orElseThrow().passOver();
        assertThat(endless.available()).isGreaterThan(19_000_000);
    }

    @Test
    void onlyFormsHaveABoundary() {
        assertThat(MultipartForm.boundary("multipart/form-data; boundary=----b7"))
                .contains("----b7");
        assertThat(MultipartForm.boundary("Multipart/Form-Data; charset=x; boundary=\"----b7\""))
                .contains("----b7");
        assertThat(MultipartForm.boundary("multipart/mixed; boundary=b")).isEmpty();
        assertThat(MultipartForm.boundary("multipart/form-data")).isEmpty();
    }

    @Test
    void aFileThatIsNotTheLastPartIsNotGivenOutWhole() throws IOException {
        byte[] more = form(
                new byte[1000], "\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--" + BOUNDARY + "--\r\n");

        InputStream content = read(more).file().orElseThrow().content();

        assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatBreaksOffIsNotWhole() throws IOException {
        byte[] whole = form(new byte[1000], "--\r\n");
        ByteArrayInputStream half = new ByteArrayInputStream(whole, 0, whole.length - 500);

        InputStream content = MultipartForm.read(half, BOUNDARY, whole.length)
                .file()
                .orElseThrow()
                .content();

        assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void withoutALengthOrANameThereIsNoFile() throws IOException {
        byte[] whole = form(new byte[10], "--\r\n");
        assertThat(MultipartForm.read(new ByteArrayInputStream(whole), BOUNDARY, -1)
                        .file())
                .isEmpty();
        byte[] unnamed = text(new String(whole, StandardCharsets.UTF_8).replace("Kari Nordmann.stl", ""));
        assertThat(read(unnamed).file()).isEmpty();
    }

    @Test
    void fieldsThatAreTooLongAreRefused() {
        byte[] endless = text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "x".repeat(MultipartForm.MOST));
        assertThatThrownBy(() -> read(endless)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoSuchFormHasNoFields() throws IOException {
        assertThat(read(text("hello\r\nworld\r\n")).fields().byName()).isEmpty();
    }
}
