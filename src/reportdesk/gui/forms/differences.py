# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'differences.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QAbstractItemView, QFrame,
    QLabel, QTableWidget,
    QTableWidgetItem, QVBoxLayout)

class Ui_Differences(object):
    def setupUi(self, Differences):
        if not Differences.objectName():
            Differences.setObjectName(u"Differences")
        Differences.resize(760, 520)
        self.outer = QVBoxLayout(Differences)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 12, 12, 12)
        self.lead = QLabel(Differences)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QTableWidget(Differences)
        if (self.list.columnCount() < 5):
            self.list.setColumnCount(5)
        __qtablewidgetitem = QTableWidgetItem()
        self.list.setHorizontalHeaderItem(0, __qtablewidgetitem)
        __qtablewidgetitem1 = QTableWidgetItem()
        self.list.setHorizontalHeaderItem(1, __qtablewidgetitem1)
        __qtablewidgetitem2 = QTableWidgetItem()
        self.list.setHorizontalHeaderItem(2, __qtablewidgetitem2)
        __qtablewidgetitem3 = QTableWidgetItem()
        self.list.setHorizontalHeaderItem(3, __qtablewidgetitem3)
        __qtablewidgetitem4 = QTableWidgetItem()
        self.list.setHorizontalHeaderItem(4, __qtablewidgetitem4)
        self.list.setObjectName(u"list")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.setSortingEnabled(True)
        self.list.verticalHeader().setVisible(False)

        self.outer.addWidget(self.list)


        self.retranslateUi(Differences)

        QMetaObject.connectSlotsByName(Differences)
    # setupUi

    def retranslateUi(self, Differences):
        Differences.setWindowTitle(QCoreApplication.translate("Differences", u"\u4e0e\u4e0a\u5e74\u4e0d\u540c\u7684\u6570", None))
        ___qtablewidgetitem = self.list.horizontalHeaderItem(0)
        ___qtablewidgetitem.setText(QCoreApplication.translate("Differences", u"\u683c\u5b50", None));
        ___qtablewidgetitem1 = self.list.horizontalHeaderItem(1)
        ___qtablewidgetitem1.setText(QCoreApplication.translate("Differences", u"\u4e0a\u5e74", None));
        ___qtablewidgetitem2 = self.list.horizontalHeaderItem(2)
        ___qtablewidgetitem2.setText(QCoreApplication.translate("Differences", u"\u4eca\u5e74", None));
        ___qtablewidgetitem3 = self.list.horizontalHeaderItem(3)
        ___qtablewidgetitem3.setText(QCoreApplication.translate("Differences", u"\u589e\u51cf", None));
        ___qtablewidgetitem4 = self.list.horizontalHeaderItem(4)
        ___qtablewidgetitem4.setText(QCoreApplication.translate("Differences", u"\u589e\u51cf %", None));
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Differences", u"\u4e0e\u4e0a\u5e74\u4e0d\u540c\u7684\u6570", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

