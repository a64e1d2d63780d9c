package org.torg.kernel.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.Passwords;

/**
 * What a new password must be like (H04), whichever way it is set: long enough for the strictest vendor, none of those that
 * everybody knows, and not the person's own e-mail or name, nor a part of one, nor the company's as their e-mail has it. Case
 * plays no part, nor do digits and signs around a word. Not to be asked inside a transaction.
 */
@Component(service = PasswordRules.class)
public final class PasswordRules {

    private static final String LIST = "common-passwords.txt";
    /** What people put before and after a word to make a password of it. */
    private static final Pattern TRIMMINGS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_PART = 3;
    private static final int FEWEST_DIFFERENT = 3;

    private final AccountPolicies policies;
    private final Set<String> common;

    @Activate
    public PasswordRules(@Reference AccountPolicies policies) {
        this.policies = policies;
        this.common = read();
    }

    private static Set<String> read() {
        try (InputStream file = PasswordRules.class.getResourceAsStream(LIST)) {
            if (file == null) {
                throw new IllegalStateException("the bundle has no " + LIST);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRules::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why this password is not acceptable for this person; empty when it is. */
    public Optional<Refusal> objection(char[] password, String email, String name) {
        int length = PasswordHashes.length(password);
        int minimum = policies.passwordMinimum();
        if (length < minimum) {
            return refused(
                    "password-too-short", "The password needs at least {0} characters.", Argument.number(minimum));
        }
        if (length > Passwords.LONGEST) {
            return refused(
                    "password-too-long", "The password may have {0} characters.", Argument.number(Passwords.LONGEST));
        }
        String folded = fold(new String(password));
        if (isPersonal(folded, email, name)) {
            return refused("password-personal", "The password must not be your e-mail or your name.");
        }
        if (isCommon(folded)) {
            return refused("password-leaked", "Everybody knows this password. Choose another one.");
        }
        return Optional.empty();
    }

    private boolean isCommon(String folded) {
        return folded.codePoints().distinct().limit(FEWEST_DIFFERENT).count() < FEWEST_DIFFERENT
                || Stream.of(folded, unmask(folded), word(folded), word(unmask(folded)), unmask(word(folded)))
                        .anyMatch(common::contains);
    }

    private static boolean isPersonal(String folded, String email, String name) {
        String foldedEmail = fold(email);
        int at = foldedEmail.indexOf('@');
        String local = at < 0 ? foldedEmail : foldedEmail.substring(0, at);
        String domain = at < 0 ? "" : foldedEmail.substring(at + 1);
        String company = domain.substring(0, Math.max(0, domain.lastIndexOf('.')));
        String foldedName = fold(name);
        String bare = bare(folded);
        String word = bare(word(folded));
        Stream<String> parts = Stream.of(foldedName, local, company)
                .flatMap(PARTS::splitAsStream)
                .filter(part -> part.length() >= SHORTEST_PART);
        return folded.equals(foldedEmail)
                || Stream.concat(Stream.of(bare(foldedEmail), bare(local), bare(company), bare(foldedName)), parts)
                        .filter(own -> !own.isEmpty())
                        .anyMatch(own -> own.equals(bare) || own.equals(word));
    }

    /** As it is compared: in lower case, each character in one way. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return PARTS.matcher(text).replaceAll("");
    }

    private static String word(String folded) {
        return TRIMMINGS.matcher(folded).replaceAll("");
    }

    /** Letters for the digits and signs that people write for them. */
    private static String unmask(String folded) {
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            plain.append(
                    switch (folded.charAt(i)) {
                        case '0' -> 'o';
                        case '1', '!' -> 'i';
                        case '3' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> folded.charAt(i);
                    });
        }
        return plain.toString();
    }

    private static Optional<Refusal> refused(String code, String english, Argument... arguments) {
        return Optional.of(Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english, arguments));
    }
}
