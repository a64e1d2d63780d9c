/** The modules of vendors: generations, health, activation and the way back. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.module;
