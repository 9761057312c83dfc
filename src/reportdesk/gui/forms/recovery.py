# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recovery.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QListWidget, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout)

class Ui_Recovery(object):
    def setupUi(self, Recovery):
        if not Recovery.objectName():
            Recovery.setObjectName(u"Recovery")
        Recovery.resize(680, 420)
        self.outer = QVBoxLayout(Recovery)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Recovery)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QListWidget(Recovery)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.decline = QPushButton(Recovery)
        self.decline.setObjectName(u"decline")

        self.button_row.addWidget(self.decline)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.later = QPushButton(Recovery)
        self.later.setObjectName(u"later")

        self.button_row.addWidget(self.later)

        self.recover = QPushButton(Recovery)
        self.recover.setObjectName(u"recover")

        self.button_row.addWidget(self.recover)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Recovery)
        self.later.clicked.connect(Recovery.reject)

        self.recover.setDefault(True)


        QMetaObject.connectSlotsByName(Recovery)
    # setupUi

    def retranslateUi(self, Recovery):
        Recovery.setWindowTitle(QCoreApplication.translate("Recovery", u"\u627e\u56de\u6ca1\u4fdd\u5b58\u7684\u5185\u5bb9", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Recovery", u"\u6ca1\u4fdd\u5b58\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.decline.setText(QCoreApplication.translate("Recovery", u"\u4e0d\u8981\u4e86", None))
#if QT_CONFIG(tooltip)
        self.decline.setToolTip(QCoreApplication.translate("Recovery", u"\u518d\u7559 30 \u5929\uff0c\u4ece\u201c\u6587\u4ef6\u201d\u83dc\u5355\u8fd8\u80fd\u627e\u56de", None))
#endif // QT_CONFIG(tooltip)
        self.later.setText(QCoreApplication.translate("Recovery", u"\u4ee5\u540e\u518d\u8bf4", None))
        self.recover.setText(QCoreApplication.translate("Recovery", u"\u6062\u590d", None))
    # retranslateUi

