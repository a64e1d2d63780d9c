package org.torg.api.order;

import java.util.Optional;

/**
 * Whom to reach about an order: a snapshot, not the profile (L58).
 *
 * @param email confirmations and invoices go there
 */
public record Contact(String email, Optional<String> phone) {}
