package org.torg.kernel.upload.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.SampleFiles.PATIENT;
import static org.torg.kernel.fixture.SampleFiles.binaryPly;
import static org.torg.kernel.fixture.SampleFiles.binaryStl;
import static org.torg.kernel.fixture.SampleFiles.chunk;
import static org.torg.kernel.fixture.SampleFiles.joined;
import static org.torg.kernel.fixture.SampleFiles.plyHeader;
import static org.torg.kernel.fixture.SampleFiles.text;
import static org.torg.kernel.fixture.SampleFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torg.api.upload.FileType;
import org.torg.kernel.fixture.SampleFiles;
import org.torg.kernel.upload.format.WrongContent.Reason;

/** Of each type a known-good and several known-bad samples; in the good ones a patient is named wherever that can be. */
@Tag("D20")
class FileFormatsTest {

    private static final long MOST = 2_000_000;

    static byte[] good(FileType type) {
        return switch (type) {
            case STL -> binaryStl(20);
            case PLY -> binaryPly(ByteOrder.LITTLE_ENDIAN);
            case OBJ -> text(SampleFiles.obj());
            case PDF -> SampleFiles.pdf();
            case JPEG -> SampleFiles.jpeg();
            case PNG -> SampleFiles.png();
            case ZIP -> zip(Map.of(PATIENT + " upper.stl", binaryStl(20)));
        };
    }

    static byte[] copy(FileType type, byte[] content) throws IOException, WrongContent {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileFormats.copy(type, new ByteArrayInputStream(content), out, MOST);
        return out.toByteArray();
    }

    private static void refused(FileType type, byte[] content, Reason reason) {
        assertThatThrownBy(() -> copy(type, content))
                .isInstanceOfSatisfying(
                        WrongContent.class, wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }

    private static void refused(FileType type, byte[] content) {
        refused(type, content, Reason.FILE_TYPE_MISMATCH);
    }

    private static String readable(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsNamedInWhatIsKept(FileType type) throws Exception {
        assertThat(readable(good(type))).as("the sample").containsAnyOf("Nordmann", "%PDF");

        assertThat(readable(copy(type, good(type)))).doesNotContain("Kari", "Nordmann");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKeptIsKeptAsItIs(FileType type) throws Exception {
        byte[] once = copy(type, good(type));

        assertThat(copy(type, once)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfEachOtherTypeIsRefused(FileType type) {
        for (FileType other : FileType.values()) {
            if (other != type) {
                refused(other, good(type));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyAndCutFilesAreRefused(FileType type) {
        byte[] whole = good(type);

        refused(type, new byte[0]);
        refused(type, Arrays.copyOf(whole, 1));
        refused(type, Arrays.copyOf(whole, whole.length / 2));
    }

    @Property(tries = 300)
    void randomBytesAreOfNoType(@ForAll @Size(max = 400) byte[] content, @ForAll FileType type) {
        refused(type, content);
    }

    @Property(tries = 200)
    void theGeometryOfABinaryStlStaysByteForByte(@ForAll @IntRange(min = 1, max = 3000) int triangles)
            throws Exception {
        byte[] sent = binaryStl(triangles);
        byte[] kept = copy(FileType.STL, sent);

        assertThat(kept).hasSameSizeAs(sent);
        assertThat(Arrays.copyOfRange(kept, 80, kept.length)).isEqualTo(Arrays.copyOfRange(sent, 80, sent.length));
        assertThat(readable(Arrays.copyOf(kept, 80))).isBlank();
    }

    @Test
    void anStlHasAsManyTrianglesAsItSays() {
        byte[] stl = binaryStl(20);
        byte[] less = stl.clone();
        less[80] = 19;
        byte[] none = Arrays.copyOf(binaryStl(1), 84);
        none[80] = 0;

        refused(FileType.STL, less);
        refused(FileType.STL, Arrays.copyOf(stl, stl.length - 1));
        refused(FileType.STL, joined(stl, text("x")));
        refused(FileType.STL, none);
    }

    @Test
    void anStlHasItsCornersSomewhere() {
        byte[] stl = binaryStl(20);
        // The first corner's x becomes not a number.
        Arrays.fill(stl, 96, 100, (byte) 0xff);

        refused(FileType.STL, stl);
    }

    @Test
    void anStlMayBeText() throws Exception {
        String kept = readable(copy(FileType.STL, text(SampleFiles.textStl())));

        assertThat(kept).hasSameSizeAs(SampleFiles.textStl());
        assertThat(kept.lines().map(String::strip))
                .containsExactly(
                        "solid",
                        "facet normal 0 0 1",
                        "outer loop",
                        "vertex 0 0 0",
                        "vertex 1 0 0",
                        "vertex 0 1e0 -0.5",
                        "endloop",
                        "endfacet",
                        "endsolid");
        refused(FileType.STL, text(SampleFiles.textStl().replace("vertex 1 0 0", "vertex 1 0")));
        refused(FileType.STL, text(SampleFiles.textStl().replace("vertex 1 0 0", "Kari Nordmann")));
        refused(FileType.STL, text("solid nothing\nendsolid nothing\n"));
    }

    @Test
    void aPlyHasWhatItsHeaderSays() throws Exception {
        assertThat(copy(FileType.PLY, binaryPly(ByteOrder.BIG_ENDIAN)))
                .hasSameSizeAs(binaryPly(ByteOrder.BIG_ENDIAN))
                .endsWith(Arrays.copyOfRange(
                        binaryPly(ByteOrder.BIG_ENDIAN),
                        plyHeader("binary_big_endian").length(),
                        binaryPly(ByteOrder.BIG_ENDIAN).length));
        assertThat(readable(copy(FileType.PLY, text(SampleFiles.textPly()))))
                .hasSameSizeAs(SampleFiles.textPly())
                .endsWith("end_header\n0 0 0\n1 0 0\n0 1 0.5\n3 0 1 2\n");

        refused(FileType.PLY, joined(binaryPly(ByteOrder.LITTLE_ENDIAN), text("x")));
        refused(FileType.PLY, text(SampleFiles.textPly() + "Kari Nordmann\n"));
        refused(FileType.PLY, text(SampleFiles.textPly().replace("1 0 0", "1 0")));
        refused(FileType.PLY, text(SampleFiles.textPly().replace("element vertex 3", "element point 3")));
        refused(FileType.PLY, text(SampleFiles.textPly().replace("float x", "string x")));
    }

    @Test
    void anObjHasNothingButStatements() throws Exception {
        String kept = readable(copy(FileType.OBJ, text(SampleFiles.obj())));

        assertThat(kept).hasSameSizeAs(SampleFiles.obj()).contains("\nv 1 0 0 #", "\nf 1/1/1 2//1 3\n", "\ns off\n");
        refused(FileType.OBJ, text("v 0 0 0\n"));
        refused(FileType.OBJ, text(SampleFiles.obj() + "Kari Nordmann\n"));
        refused(FileType.OBJ, text(SampleFiles.obj() + "v 1 2 x\n"));
        refused(FileType.OBJ, text("<html>\n" + SampleFiles.obj()));
        refused(FileType.OBJ, text(SampleFiles.obj() + "v " + "1".repeat(20_000) + " 0 0\n"));
    }

    @Test
    void aPictureLooksAsBeforeAndStandsUpright() throws Exception {
        for (FileType type : List.of(FileType.JPEG, FileType.PNG)) {
            byte[] kept = copy(type, good(type));
            assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getRGB(3, 3))
                    .isEqualTo(
                            ImageIO.read(new ByteArrayInputStream(good(type))).getRGB(3, 3));
        }
        assertThat(copy(FileType.JPEG, good(FileType.JPEG)))
                .containsSequence(0x45, 0x78, 0x69, 0x66, 0, 0)
                .containsSequence(1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6);
    }

    @Test
    void aBrokenPictureIsRefused() {
        byte[] png = good(FileType.PNG);
        png[40] ^= 1;
        refused(FileType.PNG, png);
        refused(FileType.PNG, joined(Arrays.copyOf(good(FileType.PNG), 33), chunk("IEND", new byte[0])));
        refused(FileType.JPEG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
    }

    @Test
    void anArchiveIsPackedAnewWithNamesOfOurs() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("scans/", new byte[0]);
        entries.put("scans/" + PATIENT + " UpperJaw prep.stl", binaryStl(3));
        entries.put("__MACOSX/._x", text(PATIENT));
        entries.put("scans/" + PATIENT + "_lower.ply", text(SampleFiles.textPly()));
        entries.put("scans/.DS_Store", text(PATIENT));
        entries.put(PATIENT + ".JPEG", SampleFiles.jpeg());

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy(FileType.ZIP, zip(entries))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(readable(zip.readAllBytes())).doesNotContain("Nordmann");
            }
        }
        assertThat(names).containsExactly("1-upperjaw-prep.stl", "2-lower.ply", "3.jpg");
    }

    @Test
    void anArchiveHoldsNothingElse() {
        refused(FileType.ZIP, zip(Map.of("a.exe", text("MZ"))), Reason.ARCHIVE_CONTENT);
        refused(FileType.ZIP, zip(Map.of("a.zip", zip(Map.of("a.stl", binaryStl(1))))), Reason.ARCHIVE_CONTENT);
        refused(FileType.ZIP, zip(Map.of("a.stl", text("MZ"))));
        refused(FileType.ZIP, zip(Map.of(".DS_Store", text("x"))));
    }

    @Test
    void noEntryLeadsOutOfAnArchive() {
        for (String name : List.of("../a.stl", "x/../../a.stl", "/a.stl", "C:\\a.stl", "..\\a.stl", "\\a.stl")) {
            refused(FileType.ZIP, zip(Map.of(name, binaryStl(1))), Reason.ARCHIVE_UNSAFE);
        }
    }

    @Test
    void anArchiveUnpacksToNoMoreThanIsAllowed() {
        byte[] large = text("solid x\n" + "\n".repeat(2_100_000));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put(i + ".pdf", SampleFiles.pdf());
        }

        refused(FileType.ZIP, zip(Map.of("a.stl", large)), Reason.ARCHIVE_UNSAFE);
        refused(FileType.ZIP, zip(many), Reason.ARCHIVE_UNSAFE);
    }

    @Test
    void anArchiveThatGrowsTooMuchForItsSizeIsABomb() {
        byte[] bomb = zip(Map.of("a.stl", text("solid x\n" + "\n".repeat(1_900_000))));

        assertThat(bomb.length).isLessThan(5000);
        refused(FileType.ZIP, bomb, Reason.ARCHIVE_UNSAFE);
    }

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        int triangles = 2_000_000;
        byte[] head = Arrays.copyOf(binaryStl(1), 84);
        head[80] = (byte) triangles;
        head[81] = (byte) (triangles >> 8);
        head[82] = (byte) (triangles >> 16);
        long size = 84 + 50L * triangles;
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at == size ? -1 : at < 84 ? head[(int) at++] & 0xff : next();
            }

            private int next() {
                at++;
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (at < 84) {
                    bytes[offset] = (byte) read();
                    return 1;
                }
                int count = (int) Math.min(length, size - at);
                Arrays.fill(bytes, offset, offset + count, (byte) 0);
                at += count;
                return count == 0 ? -1 : count;
            }
        };
        long[] written = new long[1];
        java.io.OutputStream counting = new java.io.OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                assertThat(length).isLessThan(1_000_000);
                written[0] += length;
            }
        };

        FileFormats.copy(FileType.STL, endless, counting, MOST);

        assertThat(written[0]).isEqualTo(size);
    }
}
