package org.torg.kernel.vendor;

import org.torg.api.vendor.Parameters;

/**
 * A vendor's parameters as they stand at one date.
 *
 * @param generation grows with every change; named in price traces
 */
public record CurrentParameters(Parameters parameters, long generation) {}
