package org.torg.api.account;

import java.util.Optional;

/**
 * A postal address as it is printed.
 *
 * @param name company or person; 1 to 200 characters
 * @param attention a person or department, where given
 * @param line1 street and number
 * @param line2 more of it, where given
 * @param postcode 1 to 12 characters
 * @param city place
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record Address(
        String name,
        Optional<String> attention,
        String line1,
        Optional<String> line2,
        String postcode,
        String city,
        String country) {}
