/** A vendor of hearing aids, ear moulds, accessories and spare parts. */
@NullMarked
package org.torg.vendors.hearing;

import org.jspecify.annotations.NullMarked;
