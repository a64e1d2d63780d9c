/** A vendor of lighting: loyalty tiers, freight, surcharges. */
@NullMarked
package org.torg.vendors.lighting;

import org.jspecify.annotations.NullMarked;
