package org.torg.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.torg.demo.DemoCompany.Person;

/**
 * The passwords of the demo's people, in a file that only the tenant's own user may read. A password stands in the file before
 * the person is created, so that a crash in between loses none. The file's name for itself goes into the idempotency keys: one
 * that was lost and made anew is not taken for the old one.
 */
final class LoginFile {

    /** Without those that look alike, and without those that a shell or JSON would mind. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 16;
    private static final int PASSWORD = 2;
    private static final int SECRET = 5;
    private static final int TOKEN = 6;
    private static final int CELLS = 7;
    /** Before a secret that may not count yet. */
    private static final String BEGUN = "?";

    private static final String NAME = "# demo ";
    private static final String COLUMNS = "# role\te-mail\tpassword\tname\tcompany\tsecond factor\tAPI token";

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final String id;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private LoginFile(Path file, String id) {
        this.file = file;
        this.id = id;
    }

    /** Reads the file, or begins a new one. */
    static LoginFile open(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        Optional<String> id = lines.stream()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()))
                .findFirst();
        LoginFile logins =
                new LoginFile(file, id.orElseGet(() -> UUID.randomUUID().toString()));
        for (String line : lines) {
            List<String> cells = List.of(line.split("\t", -1));
            if (!line.startsWith("#") && cells.size() == CELLS) {
                logins.rows.put(cells.get(1), cells);
            }
        }
        if (id.isEmpty()) {
            logins.write();
        }
        return logins;
    }

    /** Names this file for ever. */
    String id() {
        return id;
    }

    boolean knows(Person person) {
        return rows.containsKey(person.email());
    }

    /** The password of this person; a new one is in the file when this returns. */
    char[] password(Person person, String company) throws IOException {
        if (!knows(person)) {
            String role = person.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
            rows.put(person.email(), List.of(role, person.email(), newPassword(), person.name(), company, "", ""));
            write();
        }
        return password(person);
    }

    /** Of somebody whom the file knows. */
    char[] password(Person person) {
        return cell(person, PASSWORD).toCharArray();
    }

    /** The secret of the second factor, in Base32; it may not count yet. */
    Optional<String> secret(Person person) {
        String secret = cell(person, SECRET).replace(BEGUN, "");
        return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
    }

    /** Stands in the file before it counts. */
    void secret(Person person, String secret) throws IOException {
        set(person, SECRET, BEGUN + secret);
    }

    void token(Person person, String token) throws IOException {
        set(person, TOKEN, token);
    }

    /** All of it counts from now on. */
    void equipped(Person person) throws IOException {
        set(person, SECRET, secret(person).orElse(""));
    }

    boolean isEquipped(Person person, boolean withToken) {
        String secret = cell(person, SECRET);
        return !secret.isEmpty()
                && !secret.startsWith(BEGUN)
                && !(withToken && cell(person, TOKEN).isEmpty());
    }

    private String cell(Person person, int which) {
        return rows.getOrDefault(person.email(), Collections.nCopies(CELLS, "")).get(which);
    }

    private void set(Person person, int which, String value) throws IOException {
        List<String> cells = new ArrayList<>(rows.getOrDefault(person.email(), List.of()));
        cells.set(which, value);
        rows.put(person.email(), cells);
        write();
    }

    /** The person was there before this file: its password is lost. */
    void forget(Person person) throws IOException {
        rows.remove(person.email());
        write();
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(NAME + id, COLUMNS));
        rows.values().forEach(cells -> lines.add(String.join("\t", cells)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, readableByOwnerOnly());
        Files.write(part, lines, StandardCharsets.UTF_8, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] readableByOwnerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
