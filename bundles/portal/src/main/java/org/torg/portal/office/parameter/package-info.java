/** The parameters of vendors: what is in force, what was and what will be. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.parameter;
