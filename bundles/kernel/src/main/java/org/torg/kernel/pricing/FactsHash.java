package org.torg.kernel.pricing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.PriceStore.PriceRow;

/**
 * One SHA-256 over all facts that went into a price. Every value is written with its length or in a fixed one, so that
 * different facts never look alike.
 */
final class FactsHash {

    private static final int FORMAT = 2;

    private byte[] bytes;
    private int size;

    private FactsHash(int room) {
        bytes = new byte[room];
    }

    /** 64 hexadecimal digits. */
    static String of(PriceInput input, List<ModuleRef> modules, List<VatAmount> vat) {
        FactsHash facts = new FactsHash(512 + input.lines().size() * 512);
        facts.number(FORMAT);
        facts.text(input.vendor().descriptor().id().value());
        facts.number(input.generation());
        facts.number(input.date().toEpochDay());
        facts.text(input.country());
        facts.text(input.parameters().currency().getCode());
        input.parameters().values().forEach((key, value) -> {
            facts.text(key);
            facts.text(value);
        });
        facts.buyer(input);
        facts.number(input.lines().size());
        for (PriceInput.Line line : input.lines()) {
            facts.line(line);
        }
        for (ModuleRef module : modules) {
            facts.text(module.name());
            facts.text(module.version());
        }
        for (VatAmount amount : vat) {
            facts.text(amount.category());
            facts.text(amount.ratePercent().toPlainString());
        }
        return facts.digest();
    }

    private void buyer(PriceInput input) {
        text(input.buyer().account().value());
        optional(input.buyer().tier());
        number(input.buyer().groups().size());
        input.buyer().groups().stream().sorted().forEach(this::text);
        input.tier().ifPresent(tier -> text(tier.discountPercent().toPlainString()));
        input.destination().ifPresent(destination -> {
            text(destination.country());
            text(destination.postcode());
            text(destination.kind().name());
        });
        optional(input.deliveryOption());
    }

    private void line(PriceInput.Line line) {
        Variant variant = line.variant();
        text(line.id().value());
        number(line.quantity());
        optional(line.partOf().map(LineId::value));
        text(variant.sku().value());
        text(variant.product());
        text(variant.category());
        text(variant.brand());
        text(variant.vatCategory());
        text(variant.weightKg().toString());
        number(variant.bulky() ? 1 : 0);
        number(variant.attributes().size());
        variant.attributes().forEach((code, value) -> {
            text(code);
            text(value);
        });
        number(line.rows().size());
        for (PriceRow row : line.rows()) {
            text(row.list());
            optional(row.account().map(account -> account.value()));
            optional(row.group());
            number(row.minQuantity());
            text(row.price().getCurrencyUnit().getCode());
            text(row.price().getAmount().toString());
            number(row.validFrom().map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE));
            number(row.validTo().map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE));
        }
    }

    private void optional(Optional<String> value) {
        number(value.isPresent() ? 1 : 0);
        value.ifPresent(this::text);
    }

    private void text(String value) {
        int length = value.length();
        byte[] encoded = null;
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) > 0x7f) {
                encoded = value.getBytes(StandardCharsets.UTF_8);
                break;
            }
        }
        int count = encoded == null ? length : encoded.length;
        varint(count);
        room(count);
        if (encoded == null) {
            for (int i = 0; i < length; i++) {
                bytes[size + i] = (byte) value.charAt(i);
            }
        } else {
            System.arraycopy(encoded, 0, bytes, size, count);
        }
        size += count;
    }

    private void number(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, size);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
